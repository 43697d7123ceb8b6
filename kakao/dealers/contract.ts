import type { Answer, Conversation, DealerRequest } from '../delivery/conversation';
import type { Service } from '../delivery/service';
import type { BrandTemplate } from '../message/brand/content';
import type { BrandMessage } from '../message/brand/message';
import type { Picture, PictureSlot } from '../message/brand/pictures';
import type { BrandCapabilities, Capabilities } from '../message/capabilities';
import type { AlimTalkMessage } from '../message/message';
import type { Report } from '../message/report';
import type { SenderProfile, Template } from '../message/template';

/**
 * Everything this package asks of a dealer. An adapter holds no state and does no I/O: it turns messages into requests
 * and answers into outcomes. Nodes and delivery read `capabilities`; they never ask which dealer it is.
 */
export interface Dealer {
	/** Stored in credentials; never changes. */
	id: string;
	name: string;
	/** https address without a trailing slash. */
	baseUrl: string;
	credentialFields: readonly CredentialField[];
	capabilities: Capabilities;
	/** Fills `{field}` in the path and signs. Called anew for each attempt. */
	sign(request: { method: string; path: string }, credential: CredentialValues, moment: SigningMoment): Signed;
	/** A call that costs nothing and proves the credential. */
	probe: Probe;
	/** One page of the channels that this account may send from. */
	profiles(cursor: string | undefined): Conversation<Page<SenderProfile>>;
	alimTalk: Service<AlimTalkMessage> & Shelf<Template>;
	/** Absent where the dealer sells no Brand Messages. */
	brand?: BrandService;
	/** Present where the dealer pushes reports to a URL. */
	webhook?: Webhook;
}

/** The templates of one kind of message. */
export interface Shelf<T> {
	/** One page of a channel's usable templates. */
	templates(senderProfile: string, cursor: string | undefined): Conversation<Page<T>>;
	/** One template, whatever its status; null when there is none of that code. */
	template(senderProfile: string, code: string): Conversation<T | null>;
}

/** Brand Messages of a dealer: sent and asked after like any message, with templates of their own and pictures. */
export interface BrandService extends Service<BrandMessage>, Shelf<BrandTemplate> {
	capabilities: BrandCapabilities;
	/** Uploads a picture; returns the reference by which messages name it. Throws DealerFailure. */
	upload(upload: PictureUpload): Conversation<string>;
}

/** A picture on its way to the dealer. */
export interface PictureUpload extends Picture {
	bytes: Uint8Array;
	/** File name with its ending. */
	name: string;
	slot: PictureSlot;
}

export type CredentialValues = Readonly<Record<string, string>>;

export interface CredentialField {
	name: string;
	label: string;
	secret: boolean;
	/** Where to find it in the dealer's console. */
	help: string;
	placeholder?: string;
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

export interface Page<T> {
	entries: T[];
	/** For the next page; undefined at the end. */
	next?: string;
}

export interface Probe {
	request: DealerRequest;
	/** What is wrong, as a sentence with its cure; null when the credential works. */
	explain(answer: Pick<Answer, 'status' | 'headers' | 'body'>, now: number): string | null;
}

/** How a dealer pushes reports. */
export interface Webhook {
	/** Registers itself through the dealer's API, or a person pastes the URL in the dealer's console. */
	registration: 'api' | 'console';
	/** Whether its reports say that the fallback arrived. */
	tellsFallback: boolean;
	/** Header that proves the caller, lower case. */
	header: string;
	/** What the header must hold for a secret. */
	proof(secret: string): string;
	/** All reports of one call, with an id by which a repeat is known. */
	reports(body: unknown): { id: string; report: Report }[];
	register?: WebhookRegistration;
}

export interface WebhookRegistration {
	/** Ids and addresses of what is registered at the dealer, ours and others'. */
	list(): Conversation<{ id: string; url: string }[]>;
	create(entry: { url: string; name: string; secret: string }): Conversation<string>;
	remove(id: string): Conversation<void>;
}
