import type { IDataObject } from 'n8n-workflow';

import { DEMO_DEVELOPERS_CREDENTIALS } from '../../sandbox/world/credentials.mts';
import { credentialTest } from '../harness/nodeMethods.mts';
import type { NodeRun, NodeUnderTest, RunOptions } from '../harness/n8nCore.mts';
import { control } from './helpers.mts';
import { jsonOf, stage, type Stage } from './kakao.mts';

export const { adminKey, primaryAdminKey, narrowAdminKey, restApiKey, clientSecret } = DEMO_DEVELOPERS_CREDENTIALS;

export const CHECK = 'n8n-nodes-kakao-business.kakaoChannelRelationshipCheck';
export const FILES = 'n8n-nodes-kakao-business.kakaoChannelCustomerFile';
export const SHOP = '_xkShop';
/** 010-1234-5678, a friend of the shop. */
export const FRIEND = '3012345678';
/** Has never added the channel. */
export const STRANGER = '3000002001';
export const UNCONSENTED = '3000000402';
export const UNLINKED = '3000000101';
/** 010-9000-0001: nineteen digits. */
export const LONG_ID = '1234567890190000001';

export interface RunDevelopers extends RunOptions {
	parameters?: IDataObject;
	node?: Partial<NodeUnderTest>;
	/** Laid over the demo app's keys. */
	keys?: IDataObject;
}

/** The demo's app at the local Kakao Developers, and the nodes that use it. */
export interface Developers {
	kakao: Stage;
	keys(changes?: IDataObject): RunOptions['credentials'] & object;
	check(items: IDataObject[], options?: RunDevelopers): Promise<NodeRun>;
	files(operation: string, items: IDataObject[], options?: RunDevelopers): Promise<NodeRun>;
	pressTest(changes?: IDataObject): Promise<{ status: string; message: string }>;
	/** The paths that kapi has been asked for, oldest first. */
	asked(): Promise<{ path: string; status: number }[]>;
	put(path: string, body: unknown): Promise<void>;
	relate(number: string, relation: 'ADDED' | 'BLOCKED' | 'NONE'): Promise<void>;
	refuse(code: number, more?: IDataObject): Promise<void>;
}

export function developers(): Developers {
	const kakao = stage();
	const keys: Developers['keys'] = (changes = {}) => ({
		kakaoDevelopersApi: {
			adminKey,
			restApiKey: '',
			primaryAdminKey: '',
			channelPublicId: SHOP,
			baseUrl: kakao.sandbox.urls.kapi,
			...changes,
		} as RunOptions['credentials'] extends undefined ? never : Record<string, string>,
	});
	const run = async (type: string, parameters: IDataObject, items: IDataObject[], options: RunDevelopers) => {
		const { keys: changes, node, ...rest } = options;
		return await kakao.host.execute({
			credentials: keys(changes),
			items,
			...rest,
			node: {
				type,
				parameters: { ...parameters, ...options.parameters } as NonNullable<NodeUnderTest['parameters']>,
				...node,
			},
		});
	};
	return {
		kakao,
		keys,
		check: async (items, options = {}) =>
			await run(
				CHECK,
				{ askAbout: 'userIds', userId: '={{ $json.userId }}', channel: '', options: {} },
				items,
				options,
			),
		files: async (operation, items, options = {}) =>
			await run(FILES, { operation, channel: '', options: {} }, items, options),
		pressTest: async (changes = {}) => {
			const credentials = keys(changes);
			const { status, message } = await credentialTest(kakao.host, 'kakaoDevelopersApiTest', {
				credentials,
				node: { type: CHECK },
			});
			return { status, message };
		},
		asked: async () =>
			(await control<{ dealer: string; path: string; status: number }[]>(kakao, '/api/requests?limit=1000'))
				.filter(({ dealer }) => dealer === 'kapi')
				.map(({ path, status }) => ({ path, status }))
				.reverse(),
		put: async (path, body) => {
			const answer = await fetch(`${kakao.sandbox.urls.phone}${path}`, {
				method: 'PUT',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify(body),
			});
			if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
		},
		relate: async (number, relation) =>
			await kakao.post('/api/channel/relation', { number, channel: '@kakaoshop', relation }),
		refuse: async (code, more = {}) => await kakao.post('/api/developers/refuse', { code, ...more }),
	};
}

/** What each output holds, one field of each item. */
export const byOutput = ({ outputs }: NodeRun, field: string): unknown[][] =>
	outputs.map((items) => jsonOf(items).map((json) => json[field]));
