import type { NightMode } from '../../world/night.mts';
import type { PhoneSettings, RefusedSend, SandboxMessage } from '../../world/types.mts';

export type { NightMode } from '../../world/night.mts';
export type { Button, DealerId, Links, ListItem, RefusedSend, SandboxMessage, TextMessage } from '../../world/types.mts';

/** Grows into a union as the sandbox learns more message kinds; `bubbles/registry.mts` must then know them all. */
export type Bubble = SandboxMessage['bubble'];

/** A phone with what has come in on it; the counts are missing for a number that the server hasn't met yet. */
export type PhoneRow = PhoneSettings & { messages?: number; refused?: number; lastActivityAt?: string | null };

export type PhoneChanges = Partial<Omit<PhoneSettings, 'number'>>;

/** One call that an app (n8n) made to a fake dealer. */
export interface DealerRequest {
	at: string;
	dealer: string;
	method: string;
	path: string;
	/** 0 when the caller got no answer. */
	status: number;
	/** 0 for queries. */
	recipients: number;
	fault: string | null;
}

/** Everything was cleared. */
export interface Reset {
	/** Epoch milliseconds. */
	at: number;
}

/** Whether advertising is held or refused just now, and what decides that. */
export interface Night {
	mode: NightMode;
	isNight: boolean;
}

async function call(method: string, path: string, body?: object): Promise<Response> {
	const response = await fetch(path, {
		method,
		headers: body ? { 'content-type': 'application/json' } : {},
		body: body ? JSON.stringify(body) : null,
	});
	if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}`);
	return response;
}

async function read<T>(path: string): Promise<T> {
	const response = await call('GET', path);
	return (await response.json()) as T;
}

export const api = {
	phones: (limit: number) => read<PhoneRow[]>(`/api/phones?limit=${limit}`),
	latest: (limit: number) => read<SandboxMessage[]>(`/api/messages?limit=${limit}`),
	messagesOf: (number: string, limit: number) =>
		read<SandboxMessage[]>(`/api/messages?to=${encodeURIComponent(number)}&limit=${limit}`),
	refused: (limit: number) => read<RefusedSend[]>(`/api/refused?limit=${limit}`),
	requests: (limit: number) => read<DealerRequest[]>(`/api/requests?limit=${limit}`),
	anyScheduled: async () => (await read<SandboxMessage[]>('/api/messages?state=scheduled&limit=1')).length > 0,
	/** Sends at once what waits for its hour. */
	releaseScheduled: () => call('POST', '/api/scheduled/release'),
	night: () => read<Night>('/api/night'),
	setNight: async (mode: NightMode) => {
		const response = await call('POST', '/api/night', { mode });
		return (await response.json()) as Night;
	},
	stats: () => read<Record<string, unknown>>('/api/stats'),
	/** What isn't named stays as it is; without changes the number is only remembered. */
	savePhone: async (number: string, changes: PhoneChanges) => {
		const response = await call('PUT', `/api/phones/${encodeURIComponent(number)}`, changes);
		return (await response.json()) as PhoneRow;
	},
	reset: async () => {
		const response = await call('POST', '/api/reset');
		return (await response.json()) as Reset;
	},
};
