import type { Conversation } from '../delivery/conversation';
import type { Service } from '../delivery/service';
import type { BrandTemplate } from '../message/brand/content';
import type { BrandMessage } from '../message/brand/message';
import type { Picture, PictureSlot } from '../message/brand/pictures';
import type { BrandCapabilities, Capabilities } from '../message/capabilities';
import type { AlimTalkMessage } from '../message/message';
import type { Report } from '../message/report';
import type { SenderProfile, Template } from '../message/template';
import type { Partner } from '../partner/partner';

/**
 * Everything this package asks of a dealer. An adapter holds no state and does no I/O: it turns messages into requests
 * and answers into outcomes. Nodes and delivery read `capabilities`; they never ask which dealer it is.
 */
export interface Dealer extends Partner {
	capabilities: Capabilities;
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

export interface Page<T> {
	entries: T[];
	/** For the next page; undefined at the end. */
	next?: string;
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
