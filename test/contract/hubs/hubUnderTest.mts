import type { Hub } from '../../../kakao/consult/contract';
import type { ConsultEventKind } from '../../../kakao/consult/event';
import type { CredentialValues } from '../../../kakao/partner/partner';
import type { HubId } from '../../../sandbox/world/types.mts';

/** What differs between hubs, that the suite must know, and that no flow needs to ask. */
export interface HubUnderTest {
	hub: Hub;
	/** Which server of the local Kakao plays it; that of its own name unless said otherwise. */
	server?: HubId;
	/** What follows the fake hub's address. */
	basePath: string;
	credential: CredentialValues;
	/** The credential's fields that prove who calls: each alone, when wrong, must be found out. */
	keys: readonly string[];
	/** What proves that a call comes from the hub; empty where nothing does. */
	secret: string;
	/** What a reply names beside the customer, in the hub's own terms. */
	senderKey: string;
	tells: Tells;
}

/** What a hub lets its customer's server know (facts consulttalk §1). */
export interface Tells {
	/** The consult button's metadata. */
	metadata: boolean;
	/** What a tapped button carried. */
	taps: boolean;
	/** Kakao's number of a customer's message. */
	serials: boolean;
	/** A text of more than 1,000 characters: cut with a file, cut with the file as an attachment, or whole. */
	longText: 'file' | 'attachment' | 'whole';
	/** Files that are neither picture nor sound nor film come as attachments, or as links in the text. */
	files: 'attachment' | 'link';
	/** What a customer wrote to a picture. */
	comments: boolean;
	/** Whether a picture above a text can lead somewhere; unless said otherwise it can. */
	pictureLinks?: false;
	/** What agents say. */
	echoes: boolean;
	/** A number for each consult; else one for each customer. */
	sessions: boolean;
	/** What comes when an agent has ended the consult. */
	ending: ConsultEventKind;
	/** What comes of writing after the end. */
	late: 'sessionEnded' | 'rejected';
}
