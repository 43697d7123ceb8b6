import type { ConsultChat, ConsultMessage } from '../../../sandbox/consult/types.mts';

/** The shop's channel, whichever hub it is connected to. */
export const CHANNEL = '@kakaoshop';
export const NUMBER = '01012345678';

/** What a customer writes. */
export interface Writing {
	text?: string;
	photos?: readonly Attached[];
	file?: Attached;
}

export interface Attached {
	name: string;
	bytes: Uint8Array;
	comment?: string;
}

/** What the customer does in KakaoTalk, and sees there. */
export interface Customer {
	/** Taps the consult button. */
	open(wish?: { extra?: string; bot?: string }): Promise<void>;
	write(what: string | Writing): Promise<ConsultMessage[]>;
	tap(messageId: string, which: { button: number } | { quickReply: number }): Promise<void>;
	leave(): Promise<void>;
	block(blocked: boolean): Promise<void>;
	chat(): Promise<ConsultChat>;
	/** What agents and bots have said, oldest first. */
	sees(): Promise<ConsultMessage[]>;
}

/** @param control calls the sandbox's control API */
export function customerOf(
	control: <T>(method: string, path: string, body?: unknown) => Promise<T>,
	number = NUMBER,
): Customer {
	const place = { number, channel: CHANNEL };
	const act = async <T,>(action: string, more: object = {}) =>
		await control<T>('POST', `/api/consult/${action}`, { ...place, ...more });
	const chat = async () => {
		const chats = await control<ConsultChat[]>('GET', `/api/consult/chats?number=${number}`);
		const found = chats.find(({ channel }) => channel === CHANNEL);
		if (!found) throw new Error(`${number} has no room with ${CHANNEL}`);
		return found;
	};
	return {
		open: async (wish) => void (await act('open', wish)),
		write: async (what) => {
			const { text, photos, file } = typeof what === 'string' ? { text: what } : (what as Writing);
			const body = { text, photos: photos?.map(encoded), file: file && encoded(file) };
			return (await act<{ messages: ConsultMessage[] }>('messages', body)).messages;
		},
		tap: async (messageId, which) => void (await act('tap', { messageId, ...which })),
		leave: async () => void (await act('leave')),
		block: async (blocked) => void (await act('block', { blocked })),
		chat,
		sees: async () => (await chat()).messages.filter(({ from }) => from === 'agent' || from === 'bot'),
	};
}

const encoded = ({ name, bytes, comment }: Attached) => ({
	name,
	base64: Buffer.from(bytes).toString('base64'),
	...(comment !== undefined && { comment }),
});
