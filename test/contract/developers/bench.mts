import { afterAll, beforeAll, beforeEach } from 'vitest';

import { kakaoDevelopers } from '../../../kakao/channel';
import type { Conversation } from '../../../kakao/delivery/conversation';
import { converse } from '../../../kakao/delivery/converse';
import type { Wire } from '../../../kakao/delivery/wire';
import type { Partner } from '../../../kakao/partner/partner';
import type { DevelopersBehaviour } from '../../../sandbox/developers/behaviour.mts';
import { startSandbox, type Sandbox } from '../../../sandbox/sandbox.mts';
import { DEMO_DEVELOPERS_CREDENTIALS } from '../../../sandbox/world/credentials.mts';
import type { RequestRecord } from '../../../sandbox/world/journal.mts';
import { fetchWire } from '../fetchWire.mts';

export const { adminKey, restApiKey, primaryAdminKey, narrowAdminKey } = DEMO_DEVELOPERS_CREDENTIALS;
export const SHOP = '_xkShop';
/** 010-1234-5678, a friend of the shop. */
export const FRIEND = '3012345678';
/** Has never added the channel. */
export const STRANGER = '3000002001';
export const UNCONSENTED = '3000000402';
export const UNLINKED = '3000000101';
/** Has no KakaoTalk. */
export const NO_TALK = '3000003019';

/** The adapter, and the local Kakao Developers it talks to over HTTP. */
export interface Bench {
	wire(keys?: Record<string, string>, partner?: Partner): Wire;
	talk<T>(conversation: Conversation<T>, keys?: Record<string, string>): Promise<T>;
	control<T>(method: string, path: string, body?: unknown): Promise<T>;
	behave(behaviour: Partial<DevelopersBehaviour>): Promise<void>;
	/** What came to kapi, oldest first. */
	asked(): Promise<RequestRecord[]>;
}

/** One local Kakao for a test file, as new for each test. */
export function developersBench(): Bench {
	let sandbox: Sandbox;
	const bench: Bench = {
		// In a hurry: patience is tested for what it does, not for how long it takes.
		wire: (keys = { adminKey }, partner = kakaoDevelopers) =>
			fetchWire(
				{ ...partner, capabilities: { parallelRequests: 4 } },
				{ ...keys, baseUrl: sandbox.urls.kapi },
				{ bodies: 'text', haste: 100 },
			),
		talk: async (conversation, keys) => await converse(conversation, bench.wire(keys)),
		control: async <T,>(method: string, path: string, body?: unknown) => {
			const answer = await fetch(`${sandbox.urls.phone}${path}`, {
				method,
				...(body !== undefined && {
					headers: { 'content-type': 'application/json' },
					body: JSON.stringify(body),
				}),
			});
			if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
			return (await answer.json()) as T;
		},
		behave: async (behaviour) => {
			await bench.control('POST', '/api/developers/behaviour', behaviour);
		},
		asked: async () =>
			(await bench.control<RequestRecord[]>('GET', '/api/requests?limit=1000'))
				.filter(({ dealer }) => dealer === 'kapi')
				.reverse(),
	};
	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());
	beforeEach(async () => {
		await bench.control('POST', '/api/reset', {});
		await bench.control('POST', '/api/faults', { rates: {}, plan: [] });
	});
	return bench;
}
