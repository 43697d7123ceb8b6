import { write, type Conversation, type DealerRequest, type Reply } from '../../delivery/conversation';
import { multipart } from '../../delivery/multipart';
import { refusedReason, unknownReason } from '../../delivery/reasons';
import type { Reason } from '../../message/outcome';
import { answerBody, DealerFailure } from '../../partner/failure';
import { list, object, text, type JsonObject } from '../../partner/json';
import type { ConsultOutcome, Desk, FileUpload, Uploaded } from '../contract';
import type { ReplyTarget } from '../event';
import { failed } from '../failed';
import { botEventProblem, bubbleProblem, fileProblem, textProblem } from '../limits';
import { ENDED, refusal } from './codes';
import { profile, session } from './lookup';
import { richOf } from './rich';

/** Facts consulttalk §2.6. TalkBridge names each message itself (`bw-…`), so the serial we give stays unused. */
export const desk: Desk = {
	sendText: (target, words) => send(post('send', { ...who(target), text: words }), textProblem(words)),
	sendRich: (target, bubble) =>
		send(
			post('send/rich', { ...who(target), rich: JSON.stringify(richOf(bubble)) }),
			bubbleProblem(bubble, ['text', 'image']),
		),
	sendFile: (target, file) => send(form('send/attachments', who(target), 'files', file), fileProblem(file)),
	*end(target, botEvent) {
		const problem = botEventProblem(botEvent ?? '');
		if (problem) return failed('rejected', problem);
		const request =
			botEvent === null
				? post('end', who(target))
				: post('end-with-bot', { ...who(target), ...(botEvent !== '' && { botEvent }) });
		const ended = outcomeOf(yield* write(request), 'done');
		// It had ended before: what was wanted is so (facts §2.4).
		if (ended.outcome === 'sessionEnded') return done('done', null, null, ended.raw);
		return ended;
	},
	*block(target, blocked) {
		return outcomeOf(yield* write(post(blocked ? 'block' : 'unblock', who(target))), 'done');
	},
	upload,
	session,
	profile,
};

const who = ({ senderKey, userKey }: ReplyTarget) => ({ brandKey: senderKey, userKey });

const post = (action: string, body: object): DealerRequest => ({
	method: 'POST',
	path: `/api/agent/${action}`,
	headers: { 'Content-Type': 'application/json' },
	body,
});

const form = (
	action: string,
	fields: Record<string, string>,
	field: string,
	{ name, type, bytes }: FileUpload,
): DealerRequest => ({
	method: 'POST',
	path: `/api/agent/${action}`,
	...multipart(fields, { field, name, type, bytes }),
});

/** @param problem that Kakao would have with it: then nothing is sent, and no consult is used up */
function* send(request: DealerRequest, problem: Reason | null): Conversation<ConsultOutcome> {
	if (problem) return failed('rejected', problem);
	return outcomeOf(yield* write(request), 'sent');
}

/** A failure at Kakao comes as 2xx with `ok: false` (facts §6 trap 6); of attachments `ok` says only that one went out. */
export function outcomeOf(reply: Reply, good: 'sent' | 'done'): ConsultOutcome {
	if (reply.kind === 'lost') return failed('unknown', unknownReason(reply.detail));
	if (reply.kind === 'refused') return failed('rejected', refusedReason(reply));
	const body = object(reply.body);
	if (reply.status >= 300 || body.ok === false) return refused(reply.status, body);
	if (body.ok !== true)
		return failed('unknown', unknownReason(`HTTP ${reply.status} in a form that is not TalkBridge’s`), reply.body);
	const parts = list(body.results);
	const bad = parts.find(({ ok }) => ok === false);
	if (bad) return refused(reply.status, bad);
	const serial = text(body.serial) ?? text(parts[0]?.serial) ?? null;
	return done(good, serial, text(body.sessionId) ?? text(body.session_id) ?? null, body);
}

function refused(status: number, body: JsonObject): ConsultOutcome {
	const inner = list(body.results).find(({ ok }) => ok === false);
	const said = text(body.code) === undefined && inner ? inner : body;
	const reason = refusal({ status, body: said });
	return failed(reason.code === ENDED ? 'sessionEnded' : 'rejected', reason, body);
}

const done = (
	outcome: 'sent' | 'done',
	messageId: string | null,
	sessionId: string | null,
	raw?: unknown,
): ConsultOutcome => ({ outcome, messageId, sessionId, reason: null, raw });

const WHAT = 'the address of the uploaded file';

/** For a bubble's picture. Here the brand's field is `brand`, unlike everywhere else. */
function* upload({ senderKey }: ReplyTarget, file: FileUpload): Conversation<Uploaded> {
	const problem = fileProblem(file);
	if (problem) throw new DealerFailure(WHAT, problem);
	const request =
		file.kind === 'image'
			? form('upload/image', { brand: senderKey }, 'file', file)
			: form('upload/file', { brand: senderKey, fileType: file.kind }, 'file', file);
	const body = answerBody(yield* write(request), WHAT, (answer) => {
		const { ok } = object(answer.body);
		if (answer.status >= 300 || ok === false) return refusal(answer);
		return ok === true ? null : undefined;
	});
	const url = text(body.url);
	if (url === undefined) throw new DealerFailure(WHAT, noAddress);
	return { url, name: text(body.name) ?? file.name, size: Number(text(body.size) ?? file.bytes.length) };
}

const noAddress: Reason = {
	code: 'noAddress',
	codeSpace: 'talkBridge',
	kind: 'service',
	text: 'TalkBridge took the file but gave no address for it.',
	advice: 'Upload it again.',
	retryable: true,
};
