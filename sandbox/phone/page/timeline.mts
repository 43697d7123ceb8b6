import type { RefusedSend, SandboxMessage } from './api.mts';

/** One row of a phone: a message in whatever state, or a send that the dealer refused. */
export type Entry =
	| { kind: 'message'; id: string; at: string; message: SandboxMessage }
	| { kind: 'refused'; id: string; at: string; refused: RefusedSend };

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

/** Of sends, refused ones too; a number appears as often as something was meant for it. */
export function newestRecipients(messages: SandboxMessage[], refused: RefusedSend[]): string[] {
	const sends = [
		...messages.map((message) => ({ to: message.to, at: Date.parse(activityOf(message)) })),
		...refused.map((item) => ({ to: item.to, at: Date.parse(item.at) })),
	];
	return sends.sort((a, b) => b.at - a.at).map(({ to }) => to);
}

export function timeline(messages: SandboxMessage[], refused: RefusedSend[]): Entry[] {
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
	return entries.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

export function roomsOf(entries: Entry[], names: { all: string; sms: string }): Room[] {
	const channels = new Map<string, string>();
	let texts = false;
	for (const entry of entries) {
		if (entry.kind !== 'message') continue;
		if (isText(entry.message)) texts = true;
		else channels.set(entry.message.channel, entry.message.channelName);
	}
	if (channels.size + Number(texts) < 2) return [];
	const rooms: Room[] = [{ id: 'all', name: names.all }];
	for (const [id, name] of channels) rooms.push({ id, name });
	if (texts) rooms.push({ id: 'sms', name: names.sms });
	return rooms;
}

export function isIn(entry: Entry, room: string): boolean {
	if (room === 'all') return true;
	if (entry.kind !== 'message') return false;
	return isText(entry.message) ? room === 'sms' : entry.message.channel === room;
}

export function isText(message: SandboxMessage): boolean {
	return message.state === 'fallbackDelivered' && message.fallback !== null;
}
