import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { expect } from 'vitest';

import type { AlimTalkBubble, DealerId, Template } from '../../sandbox/world/types.mts';
import type { NodeRun } from '../harness/n8nCore.mts';
import { jsonOf, type RunAlimTalk, type Stage } from './kakao.mts';

export const DEALERS: readonly DealerId[] = ['nhnCloud', 'solapi', 'naverSens'];

export const TRIGGER = 'n8n-nodes-kakao-business.kakaoDeliveryReportTrigger';

/** Numbers that always go wrong in the local Kakao. */
export const NO_KAKAO = '01000003019';
export const BLOCKS_ALIMTALK = '01000003020';

/** The value at a place of the outcomes, whichever output they left through. */
export const outcomesOf = ({ outputs }: NodeRun) =>
	outputs.flatMap(jsonOf).map((json) => ((json.details as IDataObject | undefined) ?? json).outcome);

/** What the local Kakao's control API answers. */
export async function control<Answer>(kakao: Stage, path: string): Promise<Answer> {
	return (await (await fetch(`${kakao.sandbox.urls.phone}${path}`)).json()) as Answer;
}

/** Requests that the dealers have got, oldest first. */
export const requests = async (kakao: Stage) =>
	(
		await control<{ method: string; path: string; status: number; dealer: DealerId }[]>(kakao, '/api/requests')
	).reverse();

export async function addTemplate(
	kakao: Stage,
	about: { code: string; text: string } & Partial<Pick<Template, 'status' | 'channel' | 'emphasis'>>,
	bubble: Partial<AlimTalkBubble> = {},
): Promise<void> {
	await kakao.post('/api/templates', { name: about.code, ...about, bubble });
}

/** The finished messages, or what keeps them back. */
export async function preview(kakao: Stage, items: IDataObject[], options: RunAlimTalk = {}): Promise<Previewed[]> {
	const { outputs, error } = await kakao.run(items, {
		...options,
		parameters: { ...options.parameters, operation: 'preview' },
	});
	expect(error).toBeUndefined();
	return jsonOf(outputs[0]) as unknown as Previewed[];
}

export interface Previewed {
	ready: boolean;
	to: string;
	messageKey: string;
	scheduledAt: string | null;
	message: { text: string; buttons: { linkMobile?: string }[] } | null;
	fallback: { type: string; text: string; title: string; from: string } | null;
	limits: { field: string; used: number; limit: number; near: boolean }[];
	problems: { field: string; text: string; cure: string }[];
	warnings: string[];
}

/** A field of every message that the local Kakao has, by recipient. */
export async function byRecipient<Value>(
	kakao: Stage,
	field: (message: Awaited<ReturnType<Stage['messages']>>[number]) => Value,
): Promise<Record<string, Value>> {
	return Object.fromEntries((await kakao.messages()).map((message) => [message.to, field(message)]));
}

/** Waits until nothing is on its way any more. */
export async function settled(kakao: Stage): Promise<void> {
	await expect
		.poll(async () => (await kakao.messages()).filter(({ state }) => state === 'processing'), { timeout: 10_000 })
		.toEqual([]);
}

export const itemsOf = (rows: IDataObject[]): INodeExecutionData[] => rows.map((json) => ({ json }));

/** So many minutes from now, as Koreans write it without a zone: `2026-12-01T09:30`. */
export const koreanTime = (minutes: number) =>
	new Date(Math.ceil(Date.now() / 60_000) * 60_000 + (minutes + 9 * 60) * 60_000).toISOString().slice(0, 16);
