import type { ChatbotBehaviour } from '../../sandbox/chatbot/behaviour.mts';
import type { Conversation, ConversationEntry } from '../../sandbox/chatbot/types.mts';
import type { Sandbox } from '../../sandbox/sandbox.mts';
import { DEMO_BOT_CREDENTIALS } from '../../sandbox/world/credentials.mts';
import { control, read } from './support.mts';

export const { botId, restApiKey } = DEMO_BOT_CREDENTIALS;
export const CHANNEL = '@kakaoshop';
export const NUMBER = '01012345678';

/** A skill call as it comes in. */
export interface SkillRequest {
	intent: { id: string; name: string };
	userRequest: {
		utterance: string; timezone?: string; lang?: string | null; params?: Record<string, string>; callbackUrl?: string;
		user: { id: string; type: string; properties: Record<string, unknown> };
	};
	bot: { id: string; name: string };
	action: { params: Record<string, string>; detailParams: object; clientExtra?: object | null };
	contexts?: { name: string; params: object }[];
}

export const answer = (outputs: object[], more: object = {}) => JSON.stringify({ version: '2.0', template: { outputs, ...more } });
export const words = (text: string) => ({ simpleText: { text } });

export const setBot = (sandbox: Sandbox, changes: object) => control(sandbox, 'PUT', `/api/chatbot/bots/${botId}`, changes);
export const behave = (sandbox: Sandbox, behaviour: Partial<ChatbotBehaviour>) => control(sandbox, 'POST', '/api/chatbot/behaviour', behaviour);

export const trySaying = (sandbox: Sandbox, utterance: string, more: object = {}) =>
	control<{ entries?: ConversationEntry[]; error?: string }>(sandbox, 'POST', '/api/chatbot/say', { number: NUMBER, channel: CHANNEL, utterance, ...more });

/** The customer says something. @returns the bot's answer */
export async function say(sandbox: Sandbox, utterance: string, more: object = {}): Promise<ConversationEntry> {
	const { status, body, text } = await trySaying(sandbox, utterance, more);
	const reply = body.entries?.at(-1);
	if (status !== 201 || !reply) throw new Error(`${status} ${text}`);
	return reply;
}

export const tap = (sandbox: Sandbox, entryId: string, where: object) =>
	control<{ button: { action: string; webLinkUrl?: string }; entries: ConversationEntry[] }>(
		sandbox, 'POST', '/api/chatbot/tap', { number: NUMBER, channel: CHANNEL, entryId, ...where });

export async function conversation(sandbox: Sandbox, number: string = NUMBER): Promise<Conversation> {
	const [found] = (await control<Conversation[]>(sandbox, 'GET', `/api/chatbot/conversations?number=${number}`)).body;
	if (!found) throw new Error(`no conversation of ${number}`);
	return found;
}

export interface Receipt { taskId: string; status: string; message?: string; timestamp: number }

export async function postCallback(url: string, body: string) {
	return read<Receipt>(await fetch(url, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body }));
}

export async function botApi<Body = Receipt>(sandbox: Sandbox, path: string, body?: object, key: string = restApiKey) {
	return read<Body>(await fetch(sandbox.urls.botApi + path, {
		headers: { Authorization: `KakaoAK ${key}`, 'Content-Type': 'application/json' }, ...(body && { method: 'POST', body: JSON.stringify(body) }),
	}));
}
