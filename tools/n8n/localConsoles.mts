import type { Sandbox } from '../../sandbox/sandbox.mts';
import { DEMO_BOT_CREDENTIALS, DEMO_HUB_CREDENTIALS } from '../../sandbox/world/credentials.mts';

/** What a person types into web pages, because there is no API for it: where calls to n8n go. */
export interface Consoles {
	/** In a consult hub's console. @param provider of the hub's credential */
	hubCalls: (provider: string, url: string) => Promise<void>;
	/** In Kakao Developers: the one address of the app, for all its channels. */
	channelCalls: (url: string) => Promise<void>;
	/** In the Chatbot Admin Center: the skill of the demo's bot. */
	skillCalls: (url: string) => Promise<void>;
}

type Entry = [method: 'POST' | 'PUT', path: string, body: object];

/** "Clear all" on the phone page clears the consoles too, and there is nobody to type the addresses in again. */
export function localConsoles({ urls, world }: Sandbox): Consoles & { stop: () => void } {
	const typedIn = new Map<string, Entry>();
	const typeIn = async ([method, path, body]: Entry) => {
		const headers = { 'content-type': 'application/json' };
		const response = await fetch(urls.phone + path, { method, headers, body: JSON.stringify(body) });
		if (!response.ok) throw new Error(`The local Kakao answered ${response.status}: ${await response.text()}`);
	};
	const keep = async (...entry: Entry) => {
		typedIn.set(entry[1], entry);
		await typeIn(entry);
	};
	const stop = world.bus.listen(({ type }) => {
		if (type !== 'reset') return;
		for (const entry of typedIn.values()) typeIn(entry).catch((error: unknown) => console.warn(error));
	});
	return {
		hubCalls: async (provider, url) => {
			const token = provider === 'channelTalk' ? DEMO_HUB_CREDENTIALS.channelTalk.webhookToken : undefined;
			await keep('POST', `/api/hubs/${provider}/callback`, { url, token });
		},
		channelCalls: async (url) => await keep('POST', '/api/developers/webhook', { kind: 'channel', url }),
		skillCalls: async (skillUrl) => await keep('PUT', `/api/chatbot/bots/${DEMO_BOT_CREDENTIALS.botId}`, { skillUrl }),
		stop,
	};
}
