import type { ICredentialDataDecryptedObject, IExecuteFunctions, IN8nHttpFullResponse } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { noteHeaders, type WaitingNote } from '../../shared/consultWaiting';
import { failedExchange } from '../../shared/wire';
import type { Addressee } from '../target';

const TIMEOUT = 15_000;

/**
 * Leaves word with the trigger that this execution waits for an answer. Nothing has been asked yet.
 * @throws NodeOperationError with what to do, when the trigger cannot be told
 */
export async function leaveNote(
	context: IExecuteFunctions,
	stored: ICredentialDataDecryptedObject,
	{ listener }: Addressee,
	note: WaitingNote,
): Promise<void> {
	const why = listener === '' ? NO_LISTENER : await whyNotTaken(context, stored, listener, note);
	if (why === null) return;
	throw new NodeOperationError(
		context.getNode(),
		`The answer could not be waited for, so nothing was asked: ${why.text}`,
		{
			description: why.cure,
			itemIndex: 0,
		},
	);
}

/** Takes the note back; that it was not possible harms nobody: the trigger then finds no execution that waits. */
export async function withdrawNote(
	context: IExecuteFunctions,
	stored: ICredentialDataDecryptedObject,
	{ listener }: Addressee,
	note: WaitingNote,
): Promise<void> {
	const why = await whyNotTaken(context, stored, listener, { ...note, until: 0 });
	if (why !== null) context.logger.warn(`A note of a waiting execution could not be withdrawn: ${why.text}`);
}

interface Why {
	text: string;
	cure: string;
}

const NO_LISTENER: Why = {
	text: 'the reply does not say which trigger hears the customer.',
	cure: 'Set Customer to "From the Trigger" and map Reply To to "reply" of Kakao Consult Message Trigger.',
};

const UNREACHABLE =
	'Activate the workflow of the trigger. The address of this n8n (WEBHOOK_URL) must also be reachable from n8n itself.';

async function whyNotTaken(
	context: IExecuteFunctions,
	stored: ICredentialDataDecryptedObject,
	listener: string,
	note: WaitingNote,
): Promise<Why | null> {
	// The signed address of the execution must not leave for another host.
	if (originOf(listener) !== originOf(note.resumeUrl))
		return {
			text: 'the trigger that the reply names is not of this n8n.',
			cure: 'Use the reply of a Kakao Consult Message Trigger in this n8n.',
		};
	const body = JSON.stringify(note);
	let answer: IN8nHttpFullResponse;
	try {
		answer = (await context.helpers.httpRequest({
			method: 'POST',
			url: listener,
			headers: { 'Content-Type': 'application/json', ...noteHeaders(stored, body, Date.now()) },
			body,
			timeout: TIMEOUT,
			disableFollowRedirect: true,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
		})) as IN8nHttpFullResponse;
	} catch (error) {
		return { text: `the trigger was not reached (${failedExchange(error, TIMEOUT).detail}).`, cure: UNREACHABLE };
	}
	if (answer.statusCode === 401)
		return {
			text: 'the trigger has another credential.',
			cure: 'Choose the same Kakao ConsultTalk credential in the trigger and here.',
		};
	if (answer.statusCode === 200 && isWaiting(answer.body)) return null;
	return { text: `the trigger did not take it (HTTP ${answer.statusCode}).`, cure: UNREACHABLE };
}

/** The body may come parsed or as a text. */
function isWaiting(body: unknown): boolean {
	if (typeof body !== 'string') return (body as { waiting?: unknown } | null)?.waiting === true;
	return /^\s*\{\s*"waiting"\s*:\s*true\s*\}\s*$/.test(body);
}

const originOf = (url: string): string => (URL.canParse(url) ? new URL(url).origin : '');
