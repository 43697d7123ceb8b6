import type { RefusedSend, SandboxMessage } from './api.mts';
import type { ConsultChat, ConsultMessage, RoomHead } from './consult/api.mts';

/** How a consult ended, for those ways that KakaoTalk would not say in the room. */
export type Ending = 'customerLeft' | 'customerBlocked' | 'agentBlocked' | 'idle' | 'disconnected';

/** One row of a phone: a message in whatever state, a send that the dealer refused, or something of a consult. */
export type Entry =
	| { kind: 'message'; id: string; at: string; message: SandboxMessage }
	| { kind: 'refused'; id: string; at: string; refused: RefusedSend }
	/** `newest`: nothing has been said in this room since; only then quick replies are shown. */
	| { kind: 'consult'; id: string; at: string; room: Room; message: ConsultMessage; newest: boolean }
	| { kind: 'ending'; id: string; at: string; room: Room; ending: Ending };

export interface Room {
	/** 'all', 'sms' or the channel's search id. */
	id: string;
	name: string;
}

/** What a message counts as in time: its end, else its planned time, else its acceptance. */
export function momentOf(message: SandboxMessage): string {
	return message.finishedAt ?? message.scheduledAt ?? message.acceptedAt;
}

/** When something last happened to it; a planned time is still to come. */
export function activityOf(message: SandboxMessage): string {
	return message.finishedAt ?? message.acceptedAt;
}

/** Of sends, refused ones too, and of consults; a number appears as often as something was meant for it. */
export function newestRecipients(messages: SandboxMessage[], refused: RefusedSend[], rooms: readonly RoomHead[]): string[] {
	const sends = [
		...messages.map((message) => ({ to: message.to, at: Date.parse(activityOf(message)) })),
		...refused.map((item) => ({ to: item.to, at: Date.parse(item.at) })),
		...rooms.map(({ number, lastActivityAt }) => ({ to: number, at: Date.parse(lastActivityAt) })),
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

/** Everything of a phone in order of time. */
export function timeline(messages: SandboxMessage[], refused: RefusedSend[], chats: readonly ConsultChat[]): Entry[] {
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
	entries.push(...chats.flatMap(consultEntries));
	return entries.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** Whether somebody who opens the phone has something new to read. */
export function isIncoming(entry: Entry): boolean {
	if (entry.kind === 'consult') return entry.message.from === 'agent' || entry.message.from === 'bot';
	return entry.kind === 'message';
}

/** The channels' rooms. @param opened the one somebody has just gone into, where nothing may have been said yet */
export function channelRooms(entries: Entry[], opened: Room | undefined): Room[] {
	const channels = new Map<string, string>();
	for (const entry of entries) {
		if (entry.kind === 'consult' || entry.kind === 'ending') channels.set(entry.room.id, entry.room.name);
		else if (entry.kind === 'message' && !isText(entry.message)) channels.set(entry.message.channel, entry.message.channelName);
	}
	if (opened) channels.set(opened.id, opened.name);
	return [...channels].map(([id, name]) => ({ id, name }));
}

/** What the way between the rooms offers; nothing as long as there is only one. */
export function roomsOf(entries: Entry[], channels: readonly Room[], names: { all: string; sms: string }): Room[] {
	const texts = entries.some((entry) => entry.kind === 'message' && isText(entry.message));
	if (channels.length + Number(texts) < 2) return [];
	return [{ id: 'all', name: names.all }, ...channels, ...(texts ? [{ id: 'sms', name: names.sms }] : [])];
}

export function isIn(entry: Entry, room: string): boolean {
	if (room === 'all') return true;
	if (entry.kind === 'consult' || entry.kind === 'ending') return entry.room.id === room;
	if (entry.kind !== 'message') return false;
	return isText(entry.message) ? room === 'sms' : entry.message.channel === room;
}

export function isText(message: SandboxMessage): boolean {
	return message.state === 'fallbackDelivered' && message.fallback !== null;
}
