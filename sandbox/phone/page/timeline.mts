import type { RefusedSend, SandboxMessage } from './api.mts';
import type { Bot, Conversation, ConversationEntry } from './chatbot/api.mts';
import { botRoom } from './chatbot/room.mts';
import type { ConsultChat, ConsultMessage } from './consult/api.mts';
import type { Room } from './room.mts';

/** How a consult ended, for those ways that KakaoTalk would not say in the room. */
export type Ending = 'customerLeft' | 'customerBlocked' | 'agentBlocked' | 'idle' | 'disconnected';

/** One row of a phone: a message in whatever state, a send that the dealer refused, or something of a consult or a chatbot. */
export type Entry =
	| { kind: 'message'; id: string; at: string; message: SandboxMessage }
	| { kind: 'refused'; id: string; at: string; refused: RefusedSend }
	/** `newest`: nothing has been said in this room since; only then quick replies are shown. */
	| { kind: 'consult'; id: string; at: string; room: Room; message: ConsultMessage; newest: boolean }
	| { kind: 'ending'; id: string; at: string; room: Room; ending: Ending }
	| { kind: 'bot'; id: string; at: string; room: Room; entry: ConversationEntry; newest: boolean }
	/** The chatbot still owes an answer. */
	| { kind: 'thinking'; id: string; at: string; room: Room };

/** Named by `roomsOf`. */
const SMS_ROOM: Room = { id: 'sms', name: '' };

/** What a message counts as in time: its end, else its planned time, else its acceptance. */
export function momentOf(message: SandboxMessage): string {
	return message.finishedAt ?? message.scheduledAt ?? message.acceptedAt;
}

/** When something last happened to it; a planned time is still to come. */
export function activityOf(message: SandboxMessage): string {
	return message.finishedAt ?? message.acceptedAt;
}

/** Of sends, refused ones too, and of talks; a number appears as often as something was meant for it. */
export function newestRecipients(
	messages: SandboxMessage[],
	refused: RefusedSend[],
	talks: readonly { number: string; lastActivityAt: string }[],
): string[] {
	const sends = [
		...messages.map((message) => ({ to: message.to, at: Date.parse(activityOf(message)) })),
		...refused.map((item) => ({ to: item.to, at: Date.parse(item.at) })),
		...talks.map(({ number, lastActivityAt }) => ({ to: number, at: Date.parse(lastActivityAt) })),
	];
	return sends.sort((a, b) => b.at - a.at).map(({ to }) => to);
}

const ENDINGS: readonly Ending[] = ['customerLeft', 'customerBlocked', 'agentBlocked', 'idle', 'disconnected'];

function consultEntries({ channel, channelName, messages, session }: ConsultChat): Entry[] {
	const room: Room = { id: channel, name: channelName };
	const last = messages.at(-1);
	const entries: Entry[] = messages.map((message) => ({
		kind: 'consult', id: `consult ${message.id}`, at: message.at, room, message, newest: message === last,
	}));
	const ending = ENDINGS.find((reason) => reason === session?.endReason);
	if (session?.endedAt && ending) entries.push({ kind: 'ending', id: `ending ${session.id}`, at: session.endedAt, room, ending });
	return entries;
}

function botEntries({ channel, botId, entries, waiting }: Conversation, bots: readonly Bot[]): Entry[] {
	const room = botRoom({ channel, name: bots.find(({ id }) => id === botId)?.name ?? channel });
	// A notice without words is one for the company: the customer is left with nothing.
	const said = entries.filter(({ from, text }) => from !== 'system' || text !== null);
	const last = said.at(-1);
	const rows: Entry[] = said.map((entry) => ({
		kind: 'bot', id: `${room.id} ${entry.id}`, at: entry.at, room, entry, newest: entry === last,
	}));
	if (last && (waiting || last.from === 'customer')) rows.push({ kind: 'thinking', id: `thinking ${room.id} ${last.id}`, at: last.at, room });
	return rows;
}

interface Told {
	messages: SandboxMessage[];
	refused: RefusedSend[];
	chats: readonly ConsultChat[];
	talks: readonly Conversation[];
	bots: readonly Bot[];
}

/** Everything of a phone in order of time. */
export function timeline({ messages, refused, chats, talks, bots }: Told): Entry[] {
	const entries: Entry[] = messages.map((message) => ({
		kind: 'message',
		id: message.id,
		at: momentOf(message),
		message,
	}));
	// Refusals older than the loaded messages would gather at the top out of their context.
	const oldest = messages[0] ? momentOf(messages[0]) : '';
	for (const item of refused) {
		if (Date.parse(item.at) >= (oldest ? Date.parse(oldest) : 0)) {
			entries.push({ kind: 'refused', id: item.id, at: item.at, refused: item });
		}
	}
	entries.push(...chats.flatMap(consultEntries), ...talks.flatMap((talk) => botEntries(talk, bots)));
	return entries.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** Whether somebody who opens the phone has something new to read. */
export function isIncoming(entry: Entry): boolean {
	if (entry.kind === 'consult') return entry.message.from === 'agent' || entry.message.from === 'bot';
	if (entry.kind === 'bot') return entry.entry.from === 'bot';
	return entry.kind === 'message';
}

/** Said by the owner of the phone. */
export function isOwn(entry: Entry): boolean {
	if (entry.kind === 'consult') return entry.message.from === 'customer';
	return entry.kind === 'bot' && entry.entry.from === 'customer';
}

/** Where it belongs; null for a refused send. */
function roomOf(entry: Entry): Room | null {
	if (entry.kind === 'refused') return null;
	if (entry.kind !== 'message') return entry.room;
	return isText(entry.message) ? SMS_ROOM : { id: entry.message.channel, name: entry.message.channelName };
}

/** The channels' rooms. @param opened the one somebody has just gone into, where nothing may have been said yet */
export function channelRooms(entries: Entry[], opened: Room | undefined): Room[] {
	const rooms = new Map<string, Room>();
	for (const room of [...entries.map(roomOf), opened]) if (room && room !== SMS_ROOM) rooms.set(room.id, room);
	return [...rooms.values()];
}

/** What the way between the rooms offers; nothing as long as there is only one. */
export function roomsOf(entries: Entry[], channels: readonly Room[], names: { all: string; sms: string }): Room[] {
	const texts = entries.some((entry) => roomOf(entry) === SMS_ROOM);
	if (channels.length + Number(texts) < 2) return [];
	return [{ id: 'all', name: names.all }, ...channels, ...(texts ? [{ ...SMS_ROOM, name: names.sms }] : [])];
}

export function isIn(entry: Entry, room: string): boolean {
	return room === 'all' || roomOf(entry)?.id === room;
}

export function isText(message: SandboxMessage): boolean {
	return message.state === 'fallbackDelivered' && message.fallback !== null;
}
