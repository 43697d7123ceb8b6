import type { IDataObject } from 'n8n-workflow';
import { describe, expect, test } from 'vitest';

import { brandStage, refusal, type RunBrand } from './brandKakao.mts';
import { NO_KAKAO, outcomesOf, settled } from './helpers.mts';

const kakao = brandStage();

const FROM = '02-1234-5678';
const sms = (text: string | undefined, more: IDataObject = {}): IDataObject => ({
	smsFallback: true,
	fallback: { from: FROM, ...(text !== undefined && { text }) },
	...more,
});
const LINE: Record<'nhnCloud' | 'naverSens', string> = {
	nhnCloud: '[무료 수신거부]080-123-4567',
	naverSens: '무료수신거부 080-123-4567',
};
const correct = (dealer: keyof typeof LINE, body = '카카오상점 주말 세일') => `(광고)${body}\n${LINE[dealer]}`;

describe.each(['nhnCloud', 'naverSens'] as const)('an advertising SMS at %s', (dealer) => {
	test('says that it is one and how to opt out, and reaches whom KakaoTalk does not', async () => {
		const text = correct(dealer, '#{name}님 세일');
		const parameters = sms(text, { text: '#{name}님, 주말 세일' });
		const run = await kakao.brand([{ to: NO_KAKAO, name: '홍길동' }], { dealer, parameters });
		expect(run.error?.message).toBeUndefined();
		await settled(kakao);
		expect((await kakao.messages())[0]).toMatchObject({
			state: 'fallbackDelivered',
			fallback: { type: 'SMS', from: '0212345678', text: correct(dealer, '홍길동님 세일') },
		});
	});

	// Guards against: of a written message only the columns that its own text names are read.
	test('its text may name any column, as that of a written message may', async () => {
		const parameters = sms(correct(dealer, '#{name}님 세일'));
		const run = await kakao.brand([{ to: NO_KAKAO, name: '홍길동' }], { dealer, parameters });
		expect(run.error?.message).toBeUndefined();
	});

	test('from a template as well, a long one with its title as LMS', async () => {
		const row = { to: NO_KAKAO, 이름: '홍길동', 항목: '세일', 번호: 'B-1' };
		const text = correct(dealer, `#{이름}님 ${'가'.repeat(60)}`);
		const parameters = sms(text, { fallback: { from: FROM, text, title: '#{항목} 안내' } });
		const run = await kakao.brand([row], { dealer, template: 'brand-bench', parameters });
		expect(run.error?.message).toBeUndefined();
		await settled(kakao);
		expect((await kakao.messages())[0]).toMatchObject({
			state: 'fallbackDelivered',
			fallback: { type: 'LMS', title: '세일 안내' },
		});
	});

	const line = LINE[dealer];
	test.each<[string, string, string[]]>([
		['no mark', `카카오상점 세일\n${line}`, ['does not begin with (광고)', 'Begin it with (광고)']],
		['the mark at the end', `카카오상점 세일 (광고)\n${line}`, ['does not begin with (광고)']],
		['the mark spelled otherwise', `[광고]카카오상점\n${line}`, ['does not begin with (광고)']],
		['the mark with dots in it', `(광.고)카카오상점\n${line}`, ['does not begin with (광고)']],
		['a blank before the mark', ` (광고)카카오상점\n${line}`, ['does not begin with (광고)']],
		['no way to opt out', '(광고)카카오상점 세일', ['does not say how to opt out', `End it with ${line}`]],
		['a number without the words', '(광고)카카오상점 080-123-4567', ['does not say how to opt out']],
		['the words without a number', '(광고)카카오상점 무료수신거부', ['does not say how to opt out']],
		[
			'a number that costs',
			`(광고)카카오상점\n${line.replace('080-123-4567', '02-123-4567')}`,
			['does not say how to opt out'],
		],
	])('with %s is refused before anything is sent', async (_what, text, words) => {
		const message = await refusal(kakao, sms(text), { dealer });
		for (const word of ['Item 0: fallback text', 'Nothing was sent', ...words]) expect(message).toContain(word);
	});

	test('without a text of its own it would be the message without mark and number: refused', async () => {
		expect(await refusal(kakao, sms(undefined), { dealer })).toContain('fallback text does not begin with (광고)');
	});

	test('switched off, nothing of it is looked at and no SMS goes out', async () => {
		const run = await kakao.brand([{ to: NO_KAKAO }], { dealer, parameters: { ...sms('세일'), smsFallback: false } });
		expect(outcomesOf(run)).toEqual(['accepted']);
		await settled(kakao);
		expect((await kakao.messages())[0]).toMatchObject({ state: 'failed', fallback: null });
	});

	test('rows without a good text are kept back, the others go out', async () => {
		const rows = [correct(dealer), '세일'].map((text, at) => ({ to: `0101111000${at}`, text }));
		const run = await kakao.brand(rows, {
			dealer,
			parameters: sms('={{ $json.text }}'),
			node: { onError: 'continueRegularOutput' },
		});
		expect(outcomesOf(run)).toEqual(['accepted', 'rejected']);
		expect(await kakao.messages()).toHaveLength(1);
	});
});

test('NHN Cloud wants its own form of the line: the usual one would let the SMS fail there', async () => {
	const usual = '(광고)카카오상점\n무료수신거부 080-123-4567';
	const message = await refusal(kakao, sms(usual));
	expect(message).toContain('does not say how to opt out');
	expect(message).toContain('[무료 수신거부]080-123-4567');
	for (const written of ['[무료수신거부]080-123-4567', '[무료 수신 거부] 0801234567']) {
		await kakao.post('/api/reset', {});
		const run = await kakao.brand([{ to: NO_KAKAO }], {
			parameters: sms(`(광고)카카오상점\n${written}`),
			executionId: written,
		});
		expect(outcomesOf(run), written).toEqual(['accepted']);
	}
});

test('a message without a text of its own needs one for the SMS', async () => {
	const parameters = sms(undefined, { kind: 'WIDE_ITEM_LIST', header: '추천' });
	expect(await refusal(kakao, parameters)).toContain(
		'fallback text is empty, and this kind of message has no text of its own',
	);
});

test.each(['brand-bench', undefined])(
	'SOLAPI sends no SMS instead (template %s): said before, not lost',
	async (template) => {
		const options: RunBrand = {
			dealer: 'solapi',
			parameters: sms(correct('naverSens')),
			...(template && { template }),
		};
		const { error } = await kakao.brand([{ to: NO_KAKAO, 이름: '홍', 항목: '세', 번호: '1' }], options);
		expect(error?.message).toContain('SMS fallback is not offered by this dealer');
		expect(error?.message).toContain('Switch it off');
		expect(await kakao.messages()).toEqual([]);
	},
);
