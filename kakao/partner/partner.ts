import type { Answer, DealerRequest } from '../delivery/conversation';

/**
 * A company whose API this package talks to for its user: a dealer that sends, or a hub through which consults run.
 * What both have: an address, keys, a way of signing, and a harmless call that proves the keys.
 */
export interface Partner {
	/** Stored in credentials; never changes. */
	id: string;
	name: string;
	/** https address without a trailing slash. */
	baseUrl: string;
	credentialFields: readonly CredentialField[];
	/** Fills `{field}` in the path and signs. Called anew for each attempt. */
	sign(request: { method: string; path: string }, credential: CredentialValues, moment: SigningMoment): Signed;
	/** A call that costs nothing and proves the credential. */
	probe: Probe;
	/** Why the call cannot prove anything, as a sentence: the credential test shows it and never claims "works". */
	noProbe?: string;
}

export type CredentialValues = Readonly<Record<string, string>>;

export interface CredentialField {
	name: string;
	label: string;
	secret: boolean;
	/** Where to find it in the partner's console. */
	help: string;
	placeholder?: string;
	/** May stay empty. */
	optional?: true;
}

/** The instant (epoch milliseconds) and the random text that go into a signature. */
export interface SigningMoment {
	now: number;
	nonce: string;
}

export interface Signed {
	path: string;
	headers: Readonly<Record<string, string>>;
}

export interface Probe {
	request: DealerRequest;
	/** What is wrong, as a sentence with its cure; null when the credential works. */
	explain(answer: Pick<Answer, 'status' | 'headers' | 'body'>, now: number): string | null;
}
