import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { afterEach, beforeEach, expect, vi } from 'vitest';

import type { BrandBubble, DealerId, PhoneSettings, SandboxMessage } from '../../sandbox/world/types.mts';
import { itIsInKorea } from '../harness/clock.mts';
import type { NodeRun, NodeUnderTest, RunOptions } from '../harness/n8nCore.mts';
import { requests } from './helpers.mts';
import { jsonOf, SENDER, stage, type Stage } from './kakao.mts';
import { proxy, type Seen, type Verdict } from './proxy.mts';

export const BRAND = 'n8n-nodes-kakao-business.kakaoBrandMessageSend';

/** A Tuesday afternoon in Korea, when advertising may go out. */
export const DAY = '2026-12-01 14:00';

/** The channel that Kakao has not approved for targeting M and N. */
export const UNAPPROVED: Record<DealerId, string> = {
	nhnCloud: SENDER.nhnCloud.replace(/1$/, '2'),
	solapi: 'PF01ID2601010000000002SANDBOXHELP',
	naverSens: '@kakaoshop_cs',
};

export const STRANGER = '01000002001';

export const brandCode = (dealer: DealerId, name: string) => (dealer === 'solapi' ? `KA01BP${name}` : name);

export const byId = (value: string) => ({ __rl: true, mode: 'id', value });

export interface RunBrand extends RunOptions {
	dealer?: DealerId;
	/** From this template, its variables from the columns; written in the node unless given. */
	template?: string;
	parameters?: IDataObject;
	node?: Partial<NodeUnderTest>;
	/** Stands between n8n and the dealer, and says of each request what becomes of it. */
	judge?: (request: Seen) => Verdict | Promise<Verdict>;
}

export interface BrandStage extends Stage {
	/** Runs the Brand Message node; parameters are laid over those of a plain text to friends. */
	brand(items: (IDataObject | INodeExecutionData)[], options?: RunBrand): Promise<NodeRun>;
	/** What the node would do, without doing it. */
	foresee(items: (IDataObject | INodeExecutionData)[], options?: RunBrand): Promise<Foreseen[]>;
	/** Messages as the phones show them, by recipient. */
	shown(): Promise<Record<string, SandboxMessage & { bubble: BrandBubble }>>;
	phone(number: string, settings: Partial<PhoneSettings>): Promise<void>;
}

/** The stage for Brand Messages: a Korean afternoon, nothing sent yet. */
export function brandStage(): BrandStage {
	const kakao = stage({ night: 'never' });
	beforeEach(() => {
		itIsInKorea(DAY);
		kakao.host.processed.clear();
	});
	afterEach(() => void vi.useRealTimers());
	const execute = async (items: (IDataObject | INodeExecutionData)[], url: string, options: RunBrand) => {
		const { dealer = 'nhnCloud', template, parameters, node, judge: _judge, ...rest } = options;
		const { kakaoBizMessageApi } = kakao.credentials(dealer);
		return await kakao.host.execute({
			credentials: { kakaoBizMessageApi: { ...kakaoBizMessageApi!, baseUrl: url } },
			items,
			...rest,
			node: {
				type: BRAND,
				parameters: {
					operation: 'send',
					senderProfile: byId(SENDER[dealer]),
					to: '={{ $json.to }}',
					targeting: 'I',
					consent: 'friends',
					...(template === undefined ? WRITTEN : fromTemplate(brandCode(dealer, template))),
					...parameters,
				} as NonNullable<NodeUnderTest['parameters']>,
				...node,
			},
		});
	};
	const it: BrandStage = Object.assign(kakao, {
		brand: async (items: (IDataObject | INodeExecutionData)[], options: RunBrand = {}) => {
			const { dealer = 'nhnCloud', judge } = options;
			const target = kakao.sandbox.urls[dealer];
			if (!judge) return await execute(items, target, options);
			const between = await proxy(() => target, judge);
			try {
				return await execute(items, between.url, options);
			} finally {
				await between.close();
			}
		},
		foresee: async (items: (IDataObject | INodeExecutionData)[], options: RunBrand = {}) => {
			const parameters = { ...options.parameters, operation: 'preview' };
			const { outputs, error } = await it.brand(items, { ...options, parameters });
			expect(error).toBeUndefined();
			return jsonOf(outputs[0]) as unknown as Foreseen[];
		},
		shown: async () => {
			const messages = (await kakao.messages()) as (SandboxMessage & { bubble: BrandBubble })[];
			return Object.fromEntries(messages.map((message) => [message.to, message]));
		},
		phone: async (number: string, settings: Partial<PhoneSettings>) => {
			const answer = await fetch(`${kakao.sandbox.urls.phone}/api/phones/${number}`, {
				method: 'PUT',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify(settings),
			});
			expect(answer.status).toBe(200);
		},
	});
	return it;
}

const WRITTEN = { messageForm: 'freeForm', kind: 'TEXT', text: '주말 전 품목 20% 할인' };

const fromTemplate = (code: string) => ({
	messageForm: 'template',
	template: { __rl: true, mode: 'code', value: code },
	variables: { mappingMode: 'autoMapInputData', value: null },
});

/** One recipient of a preview. */
export interface Foreseen {
	ready: boolean;
	wouldBe: string;
	to: string;
	scheduledAt: string | null;
	reason: { code: string; text: string; advice: string } | null;
	drawing: string | null;
	message: IDataObject | null;
	fallback: { type: string; text: string; title: string; from: string } | null;
	limits: { field: string; used: number; limit: number }[];
	problems: { field: string; text: string; cure: string }[];
	warnings: string[];
}

/** So many different people. */
export const people = (count: number): { to: string }[] =>
	Array.from({ length: count }, (_, at) => ({ to: `010${20_000_000 + at}` }));

/** Codes of the reasons, in the order of the output; null where there is none. */
export const reasonsOf = ({ outputs }: NodeRun) =>
	outputs
		.flatMap(jsonOf)
		.map((json) => (((json.details as IDataObject | undefined) ?? json).reason as IDataObject | null)?.code ?? null);

/** What NHN Cloud answers when it refuses a request. */
export const nhnRefuses = (resultCode: number, resultMessage = 'no'): Verdict => ({
	status: 200,
	body: { header: { isSuccessful: false, resultCode, resultMessage } },
});

/** What stops a run of one item before the dealer is asked for anything. */
export async function refusal(
	kakao: BrandStage,
	parameters: IDataObject,
	{ dealer = 'nhnCloud', row = {} }: { dealer?: DealerId; row?: IDataObject } = {},
): Promise<string> {
	const { error, outputs } = await kakao.brand([{ to: '01011110001', ...row }], { dealer, parameters });
	expect(outputs[0] ?? []).toEqual([]);
	expect(await requests(kakao)).toEqual([]);
	return error?.message ?? 'it was not refused';
}

const UPLOADS = /\/images$|\/storage\/v1\/files$/;

/** Whether a request brings a picture. */
export const isUpload = ({ method, path }: { method: string; path: string }) => method === 'POST' && UPLOADS.test(path);

/** Pictures that were brought to the dealers. */
export const uploads = async (kakao: Stage) => (await requests(kakao)).filter(isUpload);

/** The picture on this person's phone, as the local Kakao has stored it. */
export async function pictureOf(kakao: BrandStage, to: string) {
	const { bubble } = (await kakao.shown())[to]!;
	return kakao.sandbox.world.images.byUrl(bubble.imageUrl ?? '')!;
}

/** Consent from a column. */
export const byField = (field = '={{ $json.agreedAt }}'): IDataObject => ({ consent: 'field', consentAt: field });

/** Rules about who gets nothing. */
export const leaveOut = (rules: IDataObject): { parameters: IDataObject } => ({ parameters: { leaveOut: rules } });
