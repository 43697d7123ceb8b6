import { expect, test } from 'vitest';

import type { BrandContent } from '../../../kakao/message/brand/content';
import { formatRecipient } from '../../../kakao/message/phone';
import type { Bench } from '../bench.mts';
import type { BrandDesk } from '../brandDesk.mts';
import { TEXT, THREE } from '../lanes.mts';
import { friend } from '../people.mts';

/** Free-form advertising to many: each person the right one, in few requests. */
export function brandFreeForm(bench: Bench, brand: BrandDesk): void {
	const { capabilities, batch } = brand.service;
	const textsByNumber = async () => new Map((await bench.accepted()).map(({ to, bubble }) => [to, bubble.text]));

	test('of several texts in one run everybody gets their own, and results stay in order', async () => {
		const texts: BrandContent[] = ['봄', '여름', '가을'].map((season) => ({
			...TEXT,
			text: `${season} 세일, #{이름}님!`,
		}));
		const asks = Array.from({ length: 60 }, (_, at) => ({
			to: friend(at),
			values: { 이름: at % 4 === 0 ? `손님 ${at}` : '고객' },
		}));
		const messages = asks.map((ask, index) => ({
			...brand.freeForm(texts[index % 3]!, [ask])[0]!,
			index,
			key: `k-${index}`,
		}));
		const outcomes = await brand.send(messages);
		expect(outcomes.every(({ outcome }) => outcome === 'accepted')).toBe(true);
		const shown = await textsByNumber();
		for (const { to, content } of messages) expect(shown.get(formatRecipient(to))).toBe(content.text);
		const reports = await Promise.all([0, 1, 31, 59].map(async (at) => await brand.resultOf(outcomes[at]!.messageId!)));
		expect(reports.map((report) => report?.to)).toEqual([0, 1, 31, 59].map(friend));
	});

	test('one text to thousands travels in as few requests as the dealer takes', async () => {
		const count = 1_200;
		const same: BrandContent = { ...TEXT, text: '주말 전 품목 20% 할인' };
		const outcomes = await brand.send(
			brand.freeForm(
				same,
				Array.from({ length: count }, (_, at) => ({ to: friend(at) })),
			),
		);
		expect(outcomes.every(({ outcome }) => outcome === 'accepted')).toBe(true);
		expect(await bench.accepted()).toHaveLength(count);
		expect(await bench.largestBatch()).toBe(Math.min(count, batch.maxRecipients));
	});

	test('texts of their own are put together only where the dealer can tell them apart', async () => {
		const asks = Array.from({ length: 50 }, (_, at) => ({ to: friend(at), values: { ...THREE, 번호: `N-${at}` } }));
		await brand.send(brand.freeForm(TEXT, asks));
		expect(await bench.largestBatch()).toBe(capabilities.freeFormByRecipient ? 50 : 1);
		const shown = await textsByNumber();
		for (const { to, values } of asks) expect(shown.get(to)).toContain(values.번호);
	});

	test('a refused recipient does not stop the others, and results stay in order', async () => {
		const good = brand.freeForm(
			TEXT,
			[0, 1, 2].map((at) => ({ to: friend(at), values: THREE })),
		);
		const messages = good.map((message, at) =>
			at === 1 ? { ...message, to: { country: '82', national: '123' } } : message,
		);
		const outcomes = await brand.send(messages);
		expect(outcomes).toMatchObject([
			{ outcome: 'accepted' },
			{ outcome: 'rejected', reason: { retryable: false } },
			{ outcome: 'accepted' },
		]);
		expect((await bench.accepted()).map(({ to }) => to).sort()).toEqual([friend(0), friend(2)]);
	});

	test('one message that the dealer refuses takes nobody else with it', async () => {
		const broken: BrandContent = { ...TEXT, kind: 'IMAGE', image: 'no-such-picture' };
		const whole: BrandContent = { ...broken, image: await brand.upload('basic') };
		const messages = Array.from({ length: 20 }, (_, index) => {
			const [message] = brand.freeForm(index === 13 ? broken : whole, [{ to: friend(index), values: THREE }]);
			return { ...message!, index, key: `k-${index}` };
		});
		const outcomes = await brand.send(messages);
		expect(outcomes.map(({ outcome }) => outcome)).toEqual(
			messages.map((_, at) => (at === 13 ? 'rejected' : 'accepted')),
		);
		expect(await bench.accepted()).toHaveLength(19);
	});

	test.skipIf(capabilities.fallback.freeForm)(
		'an SMS that the dealer would not send is refused before anything is sent',
		() => {
			const fallback = { from: '02-1234-5678', type: 'auto' as const, title: '', text: '(광고)세일' };
			expect(() => brand.freeForm(TEXT, [{ to: friend(1), values: THREE, fallback }])).toThrow(
				/SMS fallback.*not offered/,
			);
		},
	);
}
