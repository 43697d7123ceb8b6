import type { IDataObject } from 'n8n-workflow';
import { expect, test } from 'vitest';

import type { DealerId } from '../../sandbox/world/types.mts';
import { png, withFile } from '../harness/pictures.mts';
import { brandStage, people } from './brandKakao.mts';
import { control, requests } from './helpers.mts';
import { jsonOf } from './kakao.mts';

const kakao = brandStage();

const COUNT = 10_000;
const rows = people(COUNT).map((row, at) => ({ ...row, 이름: `고객${at}`, 항목: '세일', 번호: `B-${at}` }));

/** Requests that bring messages: what they say they are, and how many recipients each names. */
const sends = async (dealer: DealerId) =>
	(await requests(kakao)).filter(({ method, path }) =>
		dealer === 'solapi' ? method === 'POST' && path.endsWith('/messages/v4/groups') : method === 'POST',
	);

test.each([
	['nhnCloud', 10, 1000],
	['solapi', 1, 10_000],
	['naverSens', 100, 100],
] as const)(
	'10,000 people get their own values from a template at %s in %i requests',
	async (dealer, count, largest) => {
		const run = await kakao.brand(rows, {
			dealer,
			template: 'brand-bench',
			parameters: { options: { maxRecipients: COUNT } },
		});
		expect(run.error?.message).toBeUndefined();
		const items = jsonOf(run.outputs[0]);
		expect(items).toHaveLength(COUNT);
		expect(new Set(items.map(({ outcome }) => outcome))).toEqual(new Set(['accepted']));
		expect(items.map(({ to }) => to)).toEqual(rows.map(({ to }) => to));
		expect(await sends(dealer)).toHaveLength(count);
		const { largestBatch, duplicates, accepted } = await control<{
			largestBatch: number;
			duplicates: number;
			accepted: number;
		}>(kakao, '/api/stats');
		expect({ largestBatch, duplicates, accepted }).toEqual({ largestBatch: largest, duplicates: 0, accepted: COUNT });
		const shown = await kakao.shown();
		for (const at of [0, 999, 1000, COUNT - 1])
			expect(shown[rows[at]!.to]!.bubble.text).toBe(`고객${at}님, 세일 소식을 전해 드립니다.\n번호: B-${at}`);
	},
	120_000,
);

test.each([
	['nhnCloud', 10],
	['solapi', 1],
	['naverSens', 100],
] as const)(
	'10,000 people get the same written message with one picture that a single row brings, at %s',
	async (dealer, count) => {
		const [first, ...others] = people(COUNT);
		const items = [withFile(first!, png(800, 400)), ...others.map((json) => ({ json }))];
		const parameters = {
			kind: 'IMAGE',
			text: '주말 세일',
			imageFrom: 'binary',
			image: 'data',
			options: { maxRecipients: COUNT },
		};
		const run = await kakao.brand(items, { dealer, parameters });
		expect(run.error?.message).toBeUndefined();
		expect(new Set(jsonOf(run.outputs[0]).map(({ outcome }) => outcome))).toEqual(new Set(['accepted']));
		const uploads = (await requests(kakao)).filter(({ path }) => /\/images$|\/storage\/v1\/files$/.test(path));
		expect(uploads).toHaveLength(1);
		expect(await sends(dealer)).toHaveLength(dealer === 'solapi' ? count : count + uploads.length);
	},
	120_000,
);

test('10,000 people under every rule of the law: each is looked up once, and the counts add up', async () => {
	const optOuts = rows.filter((_, at) => at % 10 === 0).map(({ to }) => to);
	const list = rows.map((row, at) => ({
		...row,
		agreedAt: at % 10 === 1 ? '' : '2026-01-01',
		...(at === 0 && { optOuts }),
	}));
	const parameters = {
		consent: 'field',
		consentAt: '={{ $json.agreedAt }}',
		leaveOut: {
			optOutList: '={{ $json.optOuts }}',
			consentDays: 730,
			frequencyCaps: {
				cap: [
					{ most: 1, period: 'day' },
					{ most: 3, period: 'week' },
				],
			},
		},
		options: { maxRecipients: COUNT },
	};
	const outcomes = async (executionId: string) => {
		const run = await kakao.brand(list, { template: 'brand-bench', parameters, executionId });
		expect(run.error?.message).toBeUndefined();
		const counts: Record<string, number> = {};
		for (const { outcome, reason } of jsonOf(run.outputs[0])) {
			const what = reason ? String((reason as IDataObject).code) : String(outcome);
			counts[what] = (counts[what] ?? 0) + 1;
		}
		return counts;
	};
	expect(await outcomes('1')).toEqual({ accepted: 8000, optedOut: 1000, noConsent: 1000 });
	expect(await outcomes('2')).toEqual({ frequencyCap: 8000, optedOut: 1000, noConsent: 1000 });
	expect((await control<{ accepted: number }>(kakao, '/api/stats')).accepted).toBe(8000);
}, 120_000);
