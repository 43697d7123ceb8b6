import type { PhoneSettings, RefusedSend, SandboxMessage } from '../../world/types.mts';

export type { Button, DealerId, ListItem, RefusedSend, SandboxMessage, TextMessage } from '../../world/types.mts';

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
	stats: () => read<Record<string, unknown>>('/api/stats'),
	/** What isn't named stays as it is; without changes the number is only remembered. */
	savePhone: async (number: string, changes: PhoneChanges) => {
		const response = await call('PUT', `/api/phones/${encodeURIComponent(number)}`, changes);
		return (await response.json()) as PhoneRow;
	},
	reset: () => call('POST', '/api/reset'),
};
