import { expect } from 'vitest';

import type { Call, ConsultOutcome, Desk, FileUpload } from '../../../kakao/consult/contract';
import type { ConsultEvent, ConsultEventKind, ReplyTarget } from '../../../kakao/consult/event';
import type { Conversation } from '../../../kakao/delivery/conversation';
import { converse } from '../../../kakao/delivery/converse';
import type { Wire } from '../../../kakao/delivery/wire';
import type { CredentialValues } from '../../../kakao/partner/partner';
import type { Sandbox } from '../../../sandbox/sandbox.mts';
import type { FaultSettings } from '../../../sandbox/faults.mts';
import type { Behaviour } from '../../../sandbox/hubs/callbacks/behaviour.mts';
import type { RequestRecord } from '../../../sandbox/world/journal.mts';
import type { HubId } from '../../../sandbox/world/types.mts';
import { fetchWire, type WireOptions } from '../fetchWire.mts';
import { CHANNEL, customerOf, NUMBER, type Customer } from './customer.mts';
import type { HubUnderTest } from './hubUnderTest.mts';
import { startInbox, type Arrival, type Inbox } from './inbox.mts';

/** A hub's adapter, the fake hub that it talks to, and the customer behind it. */
export interface HubBench extends HubUnderTest {
	id: HubId;
	customer: Customer;
	/** Everything back to the start: the channel at this hub, the hub's calls to a new inbox. */
	renew(): Promise<void>;
	finish(): Promise<void>;
	sandbox(): Sandbox;
	/** @param credential the right one unless said otherwise */
	wire(options?: WireOptions, credential?: CredentialValues): Wire;
	/** Over a new wire with the right keys. */
	talk<T>(conversation: Conversation<T>, options?: WireOptions, credential?: CredentialValues): Promise<T>;
	arrivals(): readonly Arrival[];
	inboxUrl(): string;
	/** What the hub has told so far. */
	events(kind?: ConsultEventKind): ConsultEvent[];
	/** Waits until so many of a kind have come. */
	until(kind: ConsultEventKind, count?: number): Promise<ConsultEvent[]>;
	/** The customer writes, and the event comes: whom to answer. */
	begin(text?: string): Promise<ReplyTarget>;
	/** Everything caused before has been told once this returns: a customer's calls keep their order. */
	settle(): Promise<void>;
	control<T>(method: string, path: string, body?: unknown): Promise<T>;
	behave(behaviour: Partial<Behaviour>): Promise<void>;
	faults(settings: FaultSettings): Promise<void>;
	/** An agent works in the hub's own screen. */
	console(what: { text?: string; end?: boolean }): Promise<void>;
	/** The requests to change something that came to the hub. */
	requests(): Promise<RequestRecord[]>;
}

/** A bench whose hub can be answered. */
export type SpeakingBench = HubBench & { desk: Desk };

export const PATIENT = { timeout: 10_000 };

/** @param sandbox the running one; it starts after the bench is made */
export function makeHubBench(under: HubUnderTest, sandbox: () => Sandbox): HubBench {
	const { hub, basePath, secret } = under;
	const id = under.server ?? (hub.id as HubId);
	let inbox: Inbox;
	const credential = {
		...under.credential,
		get baseUrl() {
			return `${sandbox().urls[id]}${basePath}`;
		},
	};
	const wire = (options: WireOptions = {}, keys: CredentialValues = credential) =>
		fetchWire(hub, keys, { haste: 100, ...options });
	const control = async <T,>(method: string, path: string, body?: unknown): Promise<T> => {
		const answer = await fetch(`${sandbox().urls.phone}${path}`, { method, body: JSON.stringify(body) });
		if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
		return (await answer.json()) as T;
	};
	const hear = async (call: Call): Promise<Arrival> => {
		const { verify, read, complete } = hub.reception;
		const verdict = verify(call, secret, Date.now());
		const events = verdict === 'genuine' ? read(call, Date.now()) : [];
		return { call, verdict, events: complete ? await converse(complete(events), wire()) : events };
	};
	const customer = customerOf(control);
	const events = (kind?: ConsultEventKind) =>
		inbox.arrivals.flatMap((arrival) => arrival.events).filter(({ event }) => kind === undefined || event === kind);
	const until = async (kind: ConsultEventKind, count = 1) => {
		await expect.poll(() => events(kind).length, PATIENT).toBeGreaterThanOrEqual(count);
		return events(kind);
	};
	const begin = async (text = '문의드려요') => {
		const before = events('message.received').length;
		await customer.write(text);
		return (await until('message.received', before + 1))[before]!.reply;
	};
	const bench: HubBench = {
		...under,
		id,
		customer,
		credential,
		sandbox,
		wire,
		control,
		events,
		until,
		begin,
		renew: async () => {
			await control('POST', '/api/reset');
			inbox = await startInbox(hear);
			await bench.behave({ batchMs: 20, echoMs: 30 });
			await control('PUT', `/api/consult/channels/${encodeURIComponent(CHANNEL)}`, { hub: id });
			await control('POST', `/api/hubs/${id}/callback`, { url: inbox.url, ...(secret && { token: secret }) });
		},
		finish: async () => await inbox.close(),
		talk: async (conversation, options, keys) => await converse(conversation, wire(options, keys)),
		arrivals: () => inbox.arrivals,
		inboxUrl: () => inbox.url,
		settle: async () => {
			const last = `끝 ${Math.random()}`;
			await customer.write(last);
			await expect
				.poll(() => events('message.received').some(({ message }) => message?.text === last), PATIENT)
				.toBe(true);
		},
		behave: async (behaviour) => void (await control('POST', '/api/hubs/behaviour', { hub: id, ...behaviour })),
		faults: async (settings) => void (await control('POST', '/api/faults', { dealer: id, ...settings })),
		console: async (what) =>
			void (await control('POST', '/api/consult/agent', { number: NUMBER, channel: CHANNEL, ...what })),
		requests: async () =>
			(await control<RequestRecord[]>('GET', '/api/requests')).filter(
				({ dealer, method }) => dealer === id && method !== 'GET',
			),
	};
	return bench;
}

/** Whatever went wrong, a person must learn what and what to do. */
export function expectHelp(outcome: ConsultOutcome): void {
	expect(outcome.reason).toMatchObject({
		text: expect.stringMatching(/^(?!Code\b).{12,}/s),
		advice: expect.stringMatching(/.{5,}/),
	});
}

/** A file as the node hands it to the adapter. */
export const toFile = (kind: FileUpload['kind'], name: string, type: string, bytes: Uint8Array): FileUpload => ({
	kind,
	name,
	type,
	bytes,
});
