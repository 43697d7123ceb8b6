/** The local Kakao said no; the message is its reason, for people to read. */
export class Refused extends Error {}

async function answerOf<T>(response: Response): Promise<T> {
	if (response.ok) return (await response.json()) as T;
	const { error = '' } = (await response.json()) as { error?: string };
	throw new Refused(error || `${response.status}`);
}

/** @throws Refused */
export const read = async <T,>(path: string): Promise<T> => answerOf<T>(await fetch(path));

/** @throws Refused */
export async function ask<T>(method: 'POST' | 'PUT', path: string, body: object): Promise<T> {
	const headers = { 'content-type': 'application/json' };
	return answerOf<T>(await fetch(path, { method, headers, body: JSON.stringify(body) }));
}
