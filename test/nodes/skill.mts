import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { DEMO_DEVELOPERS_CREDENTIALS } from '../../sandbox/world/credentials.mts';
import type { Answered } from '../harness/fakeHttp.mts';
import type { NodeRun } from '../harness/n8nCore.mts';
import type { Call } from '../harness/nodeMethods.mts';
import { webhook, type WebhookCall } from '../harness/triggerCalls.mts';
import { jsonOf, type Stage } from './kakao.mts';

export const SKILL_TRIGGER = 'n8n-nodes-kakao-business.kakaoSkillTrigger';
export const SKILL_RESPOND = 'n8n-nodes-kakao-business.kakaoSkillRespond';

/** A call of KakaoTalk (facts kakao-developers §7.1, 8.2). */
export const skillBody = (changes: IDataObject = {}, more: IDataObject = {}): IDataObject => ({
	intent: { id: 'i1', name: '자주 묻는 질문', extra: { reason: { code: 1, message: 'OK' } } },
	userRequest: {
		timezone: 'Asia/Seoul',
		params: { surface: 'Kakaotalk.plusfriend' },
		block: { id: 'b1', name: '자주 묻는 질문' },
		utterance: '배송',
		lang: 'ko',
		user: {
			id: 'key-1',
			type: 'botUserKey',
			properties: { botUserKey: 'key-1', appUserId: '1234567890190000001', isFriend: true },
		},
		...changes,
	},
	bot: { id: '5a1dbc00c0ffee0000000b01!', name: '카카오상점 챗봇' },
	action: { id: 'a1', name: '배송 스킬', params: { sys_date: '2026-12-01' }, detailParams: {}, clientExtra: null },
	contexts: [],
	...more,
});

/** The parameter check that distrue/openbuilder-node shows (facts §8.2). */
export const VALIDATION = {
	bot: { id: '5f0000000000000000000001', name: '예시봇' },
	utterance: '01000000000',
	params: { surface: 'Kakaotalk.plusfriend' },
	isInSlotFilling: true,
	user: { id: 'key-1', type: 'botUserKey', properties: { botUserKey: 'key-1' } },
	value: { origin: '01000000000', resolved: '01000000000' },
	timezone: 'Asia/Seoul',
	lang: 'ko',
};

export const skillTrigger = (parameters: IDataObject = {}): Call => ({
	node: { type: SKILL_TRIGGER, webhookId: 'hook', parameters: parameters as Call['node']['parameters'] & object },
});

export interface Rung {
	item: IDataObject | null;
	/** What was answered by the time the flow begins. */
	answered: Answered | null;
	/** What the customer's bot gets in the end, when the flow does not answer. */
	inTheEnd: Promise<Answered>;
}

/** One skill call. */
export async function ringSkill(
	kakao: Stage,
	parameters: IDataObject,
	body: unknown = skillBody(),
	more: Partial<WebhookCall> = {},
): Promise<Rung> {
	const { promise, resolve } = Promise.withResolvers<Answered>();
	const text = typeof body === 'string' ? body : JSON.stringify(body);
	const { result, answered } = await webhook(kakao.host, {
		...skillTrigger(parameters),
		body: text,
		...more,
		onAnswer(answer) {
			more.onAnswer?.(answer);
			resolve(answer);
		},
	});
	return { item: jsonOf(result.workflowData?.[0])[0] ?? null, answered, inTheEnd: promise };
}

/** Runs the Respond node, behind the call. */
export async function respond(
	kakao: Stage,
	parameters: IDataObject,
	items: Array<IDataObject | INodeExecutionData>,
	{
		credential = null,
		onError,
		mode,
	}: {
		credential?: 'kapi' | 'botApi' | null;
		onError?: 'continueRegularOutput';
		/** `integrated`: as part of a sub-workflow. */
		mode?: 'integrated';
	} = {},
): Promise<NodeRun> {
	const keys = { ...DEMO_DEVELOPERS_CREDENTIALS, ...(credential && { baseUrl: kakao.sandbox.urls[credential] }) };
	return await kakao.host.execute({
		items,
		...(credential && { credentials: { kakaoDevelopersApi: keys } }),
		...(mode && { mode }),
		node: {
			type: SKILL_RESPOND,
			parameters: parameters as Call['node']['parameters'] & object,
			...(onError && { onError }),
		},
	});
}

export const text = (words: string): IDataObject => ({ parts: { part: [{ type: 'simpleText', text: words }] } });
