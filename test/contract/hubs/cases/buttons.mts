import { expect, test } from 'vitest';

import type { RichBubble } from '../../../../kakao/consult/contract';
import { encodeMetadata } from '../../../../kakao/consult/metadata';
import type { Button } from '../../../../kakao/message/template';
import { expectHelp, type SpeakingBench } from '../bench.mts';

const LINK: Button = {
	type: 'WL',
	name: '주문 보기',
	linkMobile: 'https://m.shop.example.com/orders/1',
	linkPc: 'https://shop.example.com/orders/1',
};
const APP: Button = {
	type: 'AL',
	name: '앱에서 보기',
	schemeAndroid: 'shop://orders/1',
	schemeIos: 'shopios://orders/1',
};
const CANCEL: Button = { type: 'BK', name: '주문 취소', extra: { chatExtra: 'cancel_A100' } };
const FORWARD: Button = { type: 'MD', name: '상담원에게 전달', extra: { chatExtra: 'forward_1' } };
const YES: Button = { type: 'BK', name: '네', extra: { chatExtra: 'yes_1' } };
const NO: Button = { type: 'BK', name: '아니요', extra: { chatExtra: 'no_1' } };

const bubble = (more: Partial<RichBubble>): RichBubble => ({
	text: '무엇을 도와드릴까요?',
	buttons: [],
	quickReplies: [],
	...more,
});

/** Bubbles that can be tapped. */
export function buttons(bench: SpeakingBench): void {
	const { desk, customer, hub } = bench;
	const { sends } = hub.capabilities;

	if (sends.buttons)
		test('a link on a button reaches the customer, with the text above it', async () => {
			const target = await bench.begin();
			const outcome = await bench.talk(desk.sendRich(target, bubble({ buttons: [LINK] }), 'rich-1'));
			expect(outcome).toMatchObject({ outcome: 'sent', reason: null });
			const [seen] = await customer.sees();
			const shown = JSON.stringify(seen?.bubble);
			for (const part of ['무엇을 도와드릴까요?', LINK.name, LINK.linkMobile]) expect(shown).toContain(part);
		});

	if (sends.quickReplies) {
		test('buttons of every kind look to the customer as the flow set them', async () => {
			const target = await bench.begin();
			await bench.talk(desk.sendRich(target, bubble({ buttons: [LINK, APP, CANCEL, FORWARD] }), 'rich-2'));
			const [seen] = await customer.sees();
			expect(seen?.bubble).toMatchObject({
				kind: 'rich',
				text: '무엇을 도와드릴까요?',
				buttons: [
					LINK,
					APP,
					{ type: 'BK', name: '주문 취소', extra: 'cancel_A100' },
					{ type: 'MD', extra: 'forward_1' },
				],
			});
		});

		test('the code of a tapped button comes back with the tap', async () => {
			const target = await bench.begin();
			await bench.talk(desk.sendRich(target, bubble({ buttons: [LINK, CANCEL] }), 'rich-3'));
			await customer.tap((await customer.sees())[0]!.id, { button: 1 });
			const event = (await bench.until('message.received', 2))[1];
			expect(event?.message).toMatchObject({ text: '주문 취소', button: { extra: 'cancel_A100' } });
			expect(event?.user).toEqual(bench.events('message.received')[0]?.user);
		});

		test('the code of a tapped quick reply comes back with the tap', async () => {
			const target = await bench.begin();
			const outcome = await bench.talk(desk.sendRich(target, bubble({ quickReplies: [YES, NO] }), 'rich-4'));
			expect(outcome).toMatchObject({ outcome: 'sent' });
			const [seen] = await customer.sees();
			expect(seen?.bubble).toMatchObject({ quickReplies: [{ name: '네' }, { name: '아니요' }] });
			await customer.tap(seen!.id, { quickReply: 1 });
			const event = (await bench.until('message.received', 2))[1];
			expect(event?.message).toMatchObject({ text: '아니요', button: { extra: 'no_1' } });
		});

		test('buttons and quick replies go together in one bubble', async () => {
			const target = await bench.begin();
			await bench.talk(desk.sendRich(target, bubble({ buttons: [LINK], quickReplies: [YES] }), 'rich-5'));
			expect((await customer.sees())[0]?.bubble).toMatchObject({
				buttons: [{ name: '주문 보기' }],
				quickReplies: [{ name: '네' }],
			});
		});

		test('metadata made for a button is what a tap brings back', async () => {
			const made = encodeMetadata({ order: 'A-100', step: '교환' });
			const extra = 'extra' in made ? made.extra : made.why;
			const target = await bench.begin();
			await bench.talk(
				desk.sendRich(target, bubble({ buttons: [{ ...CANCEL, extra: { chatExtra: extra } }] }), 'rich-6'),
			);
			await customer.tap((await customer.sees())[0]!.id, { button: 0 });
			expect((await bench.until('message.received', 2))[1]?.message?.button.extra).toBe(extra);
		});
	} else
		test('what could not be tapped is refused instead of being left out', async () => {
			const target = await bench.begin();
			for (const impossible of [{ quickReplies: [YES] }, { buttons: [CANCEL] }, { buttons: [LINK, APP] }]) {
				const outcome = await bench.talk(desk.sendRich(target, bubble(impossible), 'rich-7'));
				expect(outcome).toMatchObject({ outcome: 'rejected', messageId: null });
				expectHelp(outcome);
			}
			expect(await customer.sees()).toEqual([]);
		});

	test.each<[string, Partial<RichBubble>]>([
		['six buttons', { buttons: Array<Button>(6).fill(LINK) }],
		['a button without a name', { buttons: [{ ...LINK, name: '' }] }],
		['a button name of 29 characters', { buttons: [{ ...LINK, name: '가'.repeat(29) }] }],
		['Korean metadata', { buttons: [{ ...CANCEL, extra: { chatExtra: '주문' } }] }],
		['no text', { text: '', buttons: [LINK] }],
		['eleven quick replies', { quickReplies: Array<Button>(11).fill(YES) }],
	])('a bubble that Kakao does not take is not even sent, and says why: %s', async (_, more) => {
		const target = await bench.begin();
		const outcome = await bench.talk(desk.sendRich(target, bubble(more), 'rich-8'));
		expect(outcome).toMatchObject({ outcome: 'rejected', reason: { retryable: false } });
		expectHelp(outcome);
		expect(await bench.requests()).toEqual([]);
	});
}
