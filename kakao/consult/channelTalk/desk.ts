import { read, withQuery, write, type Conversation, type Reply } from '../../delivery/conversation';
import { refusedReason, unknownReason } from '../../delivery/reasons';
import type { Reason } from '../../message/outcome';
import { list, object, text } from '../../partner/json';
import type { ConsultOutcome, Desk, RichBubble } from '../contract';
import type { ReplyTarget } from '../event';
import { failed } from '../failed';
import { bubbleProblem, textProblem } from '../limits';
import { NO_BOT, NO_CHAT, NO_SUCH_BUTTON, NOT_RELAYED, ownReason, refusal } from './codes';
import { profile, session } from './lookup';

/**
 * Facts consulttalk §4.1: answers are written by a bot. No options go along, because `private` and `doNotSendApp` would
 * silently keep the words from KakaoTalk (§6 trap 12). Channel Talk names messages itself; the serial stays unused.
 */
export const desk: Desk = {
	sendText: (target, words) => say(target, words, textProblem(words)),
	*sendRich(target, bubble) {
		const words = asText(bubble);
		const problem = bubbleProblem(bubble, ['text']) ?? (words === null ? ownReason(NO_SUCH_BUTTON) : null);
		return yield* say(target, words ?? '', problem ?? textProblem(words ?? ''));
	},
	*end(target, botEvent) {
		if (botEvent !== null) return failed('rejected', ownReason(NO_BOT));
		if (target.chatId === '') return failed('rejected', ownReason(NO_CHAT));
		const botName = yield* someBot();
		const path = withQuery(`${chatPath(target)}/close`, { botName });
		// Facts §4.1 name no method for closing; public customers' code has PATCH throughout (U).
		return outcomeOf(yield* write({ method: 'PATCH', path }), 'done', target.chatId);
	},
	session,
	profile,
};

const chatPath = ({ chatId }: ReplyTarget) => `/user-chats/${encodeURIComponent(chatId.toWellFormed())}`;

/** @param problem for which nothing is sent */
function* say(target: ReplyTarget, words: string, problem: Reason | null): Conversation<ConsultOutcome> {
	if (problem) return failed('rejected', problem);
	if (target.chatId === '') return failed('rejected', ownReason(NO_CHAT));
	const body = { blocks: [{ type: 'text', value: escaped(words) }] };
	const reply = yield* write({ method: 'POST', path: `${chatPath(target)}/messages`, body });
	return outcomeOf(reply, 'sent', target.chatId);
}

/** A block's value is markup (public customers' code; the facts have no word on it). */
const escaped = (words: string): string => words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** A bubble as lines of text: KakaoTalk makes links of addresses. Null where something in it could not be tapped. */
function asText({
	text: words,
	header,
	description,
	image,
	imageLink,
	buttons,
	quickReplies,
}: RichBubble): string | null {
	if (quickReplies.length > 0 || buttons.some((button) => linkOf(button) === undefined)) return null;
	const lines = buttons.map((button) => `${button.name}: ${linkOf(button)}`);
	return [header, words, description, image, imageLink, ...lines].filter(Boolean).join('\n');
}

const linkOf = ({ linkMobile, linkPc }: RichBubble['buttons'][number]) => linkMobile || linkPc || undefined;

/** A chat is closed in a bot's name. Where none can be read, Channel Talk may still know one. */
function* someBot(): Conversation<string | undefined> {
	const reply = yield* read({ method: 'GET', path: '/bots' });
	const bots = reply.kind === 'answer' && reply.status < 300 ? list(object(reply.body).bots) : [];
	return bots.map(({ name }) => text(name)).find((name) => name !== undefined);
}

/** A message that KakaoTalk did not take comes with status 200 and the state `failed` (U): a reply needs a living consult (facts §6 trap 12). */
function outcomeOf(reply: Reply, good: 'sent' | 'done', chatId: string): ConsultOutcome {
	if (reply.kind === 'lost') return failed('unknown', unknownReason(reply.detail));
	if (reply.kind === 'refused') return failed('rejected', refusedReason(reply));
	if (reply.status >= 300) return failed('rejected', refusal(reply), reply.body);
	const message = object(object(reply.body).message);
	if (typeof reply.body === 'string' && reply.body.trim() !== '')
		return failed('unknown', unknownReason(`HTTP ${reply.status} in a form that is not Channel Talk’s`), reply.body);
	if (message.state === 'failed') return failed('sessionEnded', ownReason(NOT_RELAYED), reply.body);
	const messageId = good === 'sent' ? (text(message.id) ?? null) : null;
	return { outcome: good, messageId, sessionId: chatId, reason: null, raw: reply.body };
}
