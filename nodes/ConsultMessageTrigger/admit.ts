import type { ICredentialDataDecryptedObject, IWebhookFunctions } from 'n8n-workflow';

import type { Call, Hub } from '../../kakao/consult/contract';
import type { ConsultEvent } from '../../kakao/consult/event';
import { hubById } from '../../kakao/consult/registry';
import { senderKeysOf } from '../../kakao/consult/senderKeys';
import { credentialValues } from '../../kakao/partner/baseUrl';
import { type ConsultAccount, consultAccountOf } from '../shared/consultAccount';
import { listed, readIncoming, type TurnedAway } from '../shared/incoming';
import { channelNames } from './filter';
import type { TriggerMemory } from './memory';
import { isNote } from './waiting';

/** A hub's largest callback is a few kilobytes: files come as addresses. */
const LARGEST_BODY = 1024 * 1024;

/** How long the credential's channels are taken from memory: afterwards one that was taken out is turned away. */
const TRUSTED = 60_000;

/** A call that may be read, with what it says. */
export interface Admitted {
	hub: Hub;
	call: Call;
	/** Absent where nothing but the call itself was needed. */
	account?: ConsultAccount;
	events: ConsultEvent[];
}

/** Reads the body, unless the caller or the size is out of the question. */
export async function readCall(context: IWebhookFunctions): Promise<Call | TurnedAway> {
	const call = await readIncoming(context, LARGEST_BODY, isNote);
	if ('status' in call) return call;
	if (call.rawBody !== '' && !isJson(call.rawBody)) return { status: 400 };
	const request = context.getRequestObject();
	const { pathname } = new URL(request.originalUrl ?? request.url, 'http://localhost');
	// n8n takes an address with a slash at its end for the one without.
	return { suffix: pathname.replace(/\/$/, '').split('/').at(-1) ?? '', ...call };
}

/**
 * Whether a call is the hub's own. Proofs are checked with the credential; without any, the secret address is one, and a
 * channel must be one of ours. Of a call for several channels (CLOSER's batches) the events of others are left out.
 */
export async function admit(
	context: IWebhookFunctions,
	call: Call,
	memory: TriggerMemory,
	now: number,
): Promise<Admitted | TurnedAway> {
	const remembered = hubById(memory.hub ?? '');
	if (remembered?.reception.proof === 'none' && now - (memory.readAt ?? 0) < TRUSTED) {
		const events = remembered.reception.read(placed(call, remembered), now);
		// A call that says nothing may be one of another hub, to which the credential has changed.
		const ours = ofOurs(events, listed(memory.senderKeys));
		if (events.length > 0 && ours.length === events.length) return { hub: remembered, call, events };
	}
	// Also when a channel is not known: it may have been added to the credential since the workflow was published.
	const { account, stored } = await consultAccountOf(context);
	const { hub } = account;
	const values = credentialValues(stored);
	const here = placed(call, hub);
	if (hub.reception.verify(here, values.webhookSecret ?? '', now) !== 'genuine') return { status: 401 };
	const events = hub.reception.read(here, now);
	remember(memory, hub, stored, now);
	const ours = ofOurs(events, senderKeysOf(values));
	if (events.length > 0 && ours.length === 0) return { status: 403 };
	return { hub, call: here, account, events: ours };
}

/** Keeps what lets the next call be admitted without the credential. */
export function remember(memory: TriggerMemory, hub: Hub, stored: ICredentialDataDecryptedObject, now: number): void {
	memory.hub = hub.id;
	memory.readAt = now;
	memory.senderKeys = senderKeysOf(credentialValues(stored)).join(' ');
}

/** A hub with one address has no suffix: what the path ends with is the node's own word. */
const placed = (call: Call, { reception }: Hub): Call =>
	reception.suffixes.includes(call.suffix) ? call : { ...call, suffix: '' };

/** An empty list lets every channel through; proof by signature or token has said enough. */
const ofOurs = (events: ConsultEvent[], senderKeys: readonly string[]): ConsultEvent[] =>
	senderKeys.length === 0
		? events
		: events.filter((event) => channelNames(event).some((name) => senderKeys.includes(name)));

function isJson(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		// The caller gets 400.
		return false;
	}
}
