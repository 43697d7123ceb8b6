import { expect, test } from 'vitest';

import { fillBrand, variableNames } from '../../../kakao/message/brand/fill';
import type { BrandBubble } from '../../../sandbox/world/types.mts';
import type { Bench } from '../bench.mts';
import type { BrandDesk } from '../brandDesk.mts';
import { shownIn, toBeShown } from '../bubbles.mts';
import { THREE } from '../lanes.mts';
import { friend, STRANGER } from '../people.mts';

const TEMPLATES = ['text-sale', 'image-new', 'wide-event', 'wide-list', 'video', 'commerce', 'feed', 'carousel-shop'];

/** What may stand where Kakao wants a number, or a name of its own. The fixed amount is left out: the rate is given. */
const FIXED: Readonly<Record<string, string>> = {
	정상가격: '30000',
	할인가격: '24000',
	할인율: '20',
	정액할인가격: '',
	할인금액: '3000',
	상품명: '머그컵',
};

/** Advertising from a template: everybody's own values, wherever in it they stand. */
export function brandTemplates(bench: Bench, brand: BrandDesk): void {
	const { valuesPerCard } = brand.service.capabilities;
	const bubbles = async () =>
		new Map((await bench.accepted()).map(({ to, bubble }) => [to, shownIn(bubble as BrandBubble)]));

	test.each(TEMPLATES)('a brand-%s shows texts, links, prices and cards filled in', async (name) => {
		const template = await brand.template(`brand-${name}`);
		const values = Object.fromEntries(
			variableNames(template.content, valuesPerCard).map((variable, at) => {
				const fixed = FIXED[variable.replace(/@\d+$/, '')];
				return [variable, fixed === undefined ? `v${at}` : fixed];
			}),
		);
		const ask = { to: STRANGER, targeting: 'M' as const, values, allowEmpty: true };
		const [outcome] = await brand.send(await brand.messages(`brand-${name}`, [ask]));
		expect(outcome).toMatchObject({ outcome: 'accepted', reason: null });
		await expect.poll(async () => (await bench.accepted())[0]?.state).toBe('delivered');
		const content = fillBrand(template.content, values);
		expect(JSON.stringify(content)).not.toContain('#{');
		expect((await bubbles()).get(STRANGER)).toEqual(toBeShown(bench, content));
		expect((await bench.accepted())[0]?.templateCode).toBe(`brand-${name}`);
	});

	test('thousands travel in as few requests as the dealer takes, each with its own values', async () => {
		const count = 2_500;
		const asks = Array.from({ length: count }, (_, at) => ({ to: friend(at), values: { ...THREE, 번호: `N-${at}.` } }));
		const outcomes = await brand.send(await brand.messages('brand-bench', asks));
		expect(outcomes.every(({ outcome }) => outcome === 'accepted')).toBe(true);
		const shown = await bubbles();
		expect(shown.size).toBe(count);
		for (const { to, values } of asks) expect(shown.get(to)?.text).toContain(`번호: ${values.번호}`);
		expect(await bench.largestBatch()).toBe(Math.min(count, brand.service.batch.maxRecipients));
	});

	test('different templates in one run go to the right people', async () => {
		const image = { 이름: '김', 시즌: '봄', 시즌코드: 'S' };
		const messages = [
			...(await brand.messages('brand-bench', [{ to: friend(0), values: THREE }])),
			...(await brand.messages('brand-image-new', [{ to: friend(1), values: image }])),
			...(await brand.messages('brand-bench', [{ to: friend(2), values: THREE }])),
		].map((message, index) => ({ ...message, index, key: `k-${index}` }));
		const outcomes = await brand.send(messages);
		expect(outcomes.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted', 'accepted']);
		const shown = await bubbles();
		expect([0, 1, 2].map((at) => shown.get(friend(at))?.kind)).toEqual(['TEXT', 'IMAGE', 'TEXT']);
	});

	test('cards of a carousel show values of their own where the dealer can tell them apart, common ones elsewhere', async () => {
		const own = (name: string, first: string, second: string) =>
			valuesPerCard ? { [`${name}@1`]: first, [`${name}@2`]: second } : { [name]: first };
		const asks = ['김', '이'].map((이름, at) => ({
			to: friend(at),
			allowEmpty: true,
			values: {
				이름,
				...FIXED,
				...own('상품', `램프${at}`, `셔츠${at}`),
				...own('상품번호', `L${at}`, `S${at}`),
			},
		}));
		const outcomes = await brand.send(await brand.messages('brand-carousel-shop', asks));
		expect(outcomes.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted']);
		const shown = await bubbles();
		asks.forEach(({ to, values }, at) => {
			const { intro, cards } = shown.get(to)!.carousel!;
			expect(intro!.header).toBe(`${values.이름}님의 취향`);
			expect(cards.map(({ commerce, buttons }) => [commerce!.title, buttons[0]!.linkMobile!.split('/').pop()])).toEqual(
				[[`램프${at}`, `L${at}`], valuesPerCard ? [`셔츠${at}`, `S${at}`] : [`램프${at}`, `L${at}`]],
			);
			for (const { commerce } of cards)
				expect(commerce).toMatchObject({ regularPrice: '30000', discountPrice: '24000', discountRate: '20' });
		});
	});

	test('a price that is none is refused for that person alone, with a reason', async () => {
		const prices = { ...FIXED, 상품: '램프', 도착일: '내일', 상품번호: '1' };
		const asks = [0, 1, 2].map((at) => ({ to: friend(at), allowEmpty: true, values: prices }));
		const messages = await brand.messages('brand-commerce', asks);
		// The node finds it before; a template that it reads wrongly would come through.
		const spoiled = { ...messages[1]!, variables: { ...messages[1]!.variables, 할인가격: '만원' } };
		const outcomes = await brand.send([messages[0]!, spoiled, messages[2]!]);
		expect(outcomes.map(({ outcome }) => outcome)).toEqual(['accepted', 'rejected', 'accepted']);
		expect(outcomes[1]?.reason).toMatchObject({ kind: 'message', retryable: false });
		expect((await bench.accepted()).map(({ to }) => to).sort()).toEqual([friend(0), friend(2)]);
	});

	test('a template that was stopped meanwhile is refused with a reason', async () => {
		const template = bench
			.sandbox()
			.world.brandTemplates.all()
			.find(({ code }) => code === 'brand-bench')!;
		const messages = await brand.messages('brand-bench', [{ to: friend(1), values: THREE }]);
		bench.sandbox().world.brandTemplates.add({ ...template, status: 'stopped' });
		const [outcome] = await brand.send(messages);
		expect(outcome).toMatchObject({ outcome: 'rejected', reason: { kind: 'message', retryable: false } });
		expect(`${outcome!.reason!.text} ${outcome!.reason!.advice}`).toMatch(/template/i);
	});
}
