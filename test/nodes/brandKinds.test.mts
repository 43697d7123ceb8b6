import type { IDataObject } from 'n8n-workflow';
import { describe, expect, test } from 'vitest';

import { button, forms, LAYOUTS, shopServer } from './brandForms.mts';
import { brandStage } from './brandKakao.mts';
import { DEALERS, outcomesOf, settled } from './helpers.mts';

const kakao = brandStage();
const shop = shopServer();

const TO = '01011110001';

/** What the customer sees of a message with these parameters. */
async function seenWith(parameters: IDataObject, row: IDataObject = {}, dealer: (typeof DEALERS)[number] = 'nhnCloud') {
	const run = await kakao.brand([{ ...row, to: TO }], { dealer, parameters });
	expect(run.error?.description ?? run.error?.message).toBeUndefined();
	expect(outcomesOf(run)).toEqual(['accepted']);
	await settled(kakao);
	return (await kakao.shown())[TO]!;
}

describe.each(DEALERS)('at %s', (dealer) => {
	test.each(LAYOUTS)('a form of kind %s arrives as the person filled it in', async (kind) => {
		const { form, seen } = forms(shop.url)[kind];
		const message = await seenWith(form, {}, dealer);
		expect(message).toMatchObject({ state: 'delivered', resultCode: '1000', bubble: { layout: kind, ...seen } });
	});

	test('each recipient of a written message gets the values of their own row, in every part that holds a #{column}', async () => {
		const rows = ['홍길동', '성춘향'].map((name, at) => ({
			to: `0101111000${at}`,
			이름: name,
			code: `C-${at}`,
			won: 1000 + at,
		}));
		const parameters = {
			text: '#{이름}님, #{ code }',
			buttons: { button: [{ ...button, name: '#{code}', link: 'https://m.example.com/#{code}' }] },
			coupon: { value: { kind: 'won', amount: '#{won}', description: '#{code}', link: 'https://m.example.com' } },
		};
		const run = await kakao.brand(rows, { dealer, parameters });
		expect(outcomesOf(run)).toEqual(['accepted', 'accepted']);
		const shown = await kakao.shown();
		expect(['01011110000', '01011110001'].map((to) => shown[to]!.bubble)).toMatchObject(
			['홍길동', '성춘향'].map((name, at) => ({
				text: `${name}님, C-${at}`,
				buttons: [{ name: `C-${at}`, linkMobile: `https://m.example.com/C-${at}` }],
				coupon: { title: `${1000 + at}원 할인 쿠폰`, description: `C-${at}` },
			})),
		);
	});
});
