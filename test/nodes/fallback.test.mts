import { describe, expect, test } from 'vitest';

import { addTemplate, DEALERS, NO_KAKAO, preview, settled } from './helpers.mts';
import { jsonOf, stage, THREE } from './kakao.mts';

const kakao = stage();
const ROW = { to: NO_KAKAO, ...THREE };
const FROM = '02-1234-5678';

const sms = (fallback: Record<string, unknown>) => ({ smsFallback: true, fallback: { from: FROM, ...fallback } });
const shownWith = async (fallback: Record<string, unknown>) =>
	(await preview(kakao, [ROW], { parameters: sms(fallback) }))[0]!;

describe.each(DEALERS)('at %s', (dealer) => {
	test('the person without KakaoTalk gets the text with its variables, from the chosen number', async () => {
		const parameters = sms({ text: '#{이름}님 #{번호} 완료', title: '무시' });
		const { error } = await kakao.run([ROW], { dealer, parameters });
		expect(error).toBeUndefined();
		await settled(kakao);
		expect((await kakao.messages())[0]).toMatchObject({
			state: 'fallbackDelivered',
			fallback: { type: 'SMS', from: '0212345678', text: '홍길동님 A-100 완료', title: null },
		});
	});

	test('a text above 90 bytes goes as an LMS with its title', async () => {
		const parameters = sms({ text: '가'.repeat(46), title: '#{항목} 안내' });
		await kakao.run([ROW], { dealer, parameters });
		await settled(kakao);
		expect((await kakao.messages())[0]).toMatchObject({
			state: 'fallbackDelivered',
			fallback: { type: 'LMS', title: '환불 안내', text: '가'.repeat(46) },
		});
	});

	test("without a text of its own the SMS says what the AlimTalk says, without the dealer's additions", async () => {
		await addTemplate(
			kakao,
			{ code: 'linked', text: '#{이름}님 완료' },
			{
				buttons: [{ type: 'WL', name: '보기', linkMobile: 'https://a.example', linkPc: 'https://a.example' }],
			},
		);
		await kakao.run([ROW], { dealer, template: 'linked', parameters: sms({}) });
		await settled(kakao);
		expect((await kakao.messages())[0]?.fallback?.text).toBe('홍길동님 완료');
	});

	test('switched off it stays off, although the console of a dealer would send one', async () => {
		await kakao.run([ROW], { dealer, parameters: { smsFallback: false, fallback: { from: FROM, text: '안 보냄' } } });
		await settled(kakao);
		expect(await kakao.messages()).toMatchObject([{ state: 'failed', fallback: null }]);
	});

	test('rows decide for themselves whether a text message may be sent', async () => {
		const rows = [
			{ ...ROW, sms: true },
			{ ...ROW, to: '01011110002', sms: false },
		];
		const { error } = await kakao.run(rows, {
			dealer,
			parameters: { ...sms({ text: '완료' }), smsFallback: '={{ $json.sms }}' },
		});
		expect(error).toBeUndefined();
		const messages = await kakao.messages();
		expect(Object.fromEntries(messages.map(({ to, fallback }) => [to, fallback?.text ?? null]))).toEqual({
			[NO_KAKAO]: '완료',
			'01011110002': null,
		});
	});
});

test.each([
	['nhnCloud', true],
	['solapi', false],
	['naverSens', false],
] as const)('a missing sender number is said before the send where %s needs one', async (dealer, console) => {
	const { outputs, error } = await kakao.run([ROW], {
		dealer,
		parameters: { smsFallback: true, fallback: { text: '완료' } },
	});
	if (console) {
		expect(jsonOf(outputs[0])).toMatchObject([{ outcome: 'accepted' }]);
		expect((await kakao.messages())[0]?.fallback?.from).toBe('0212345678');
	} else {
		expect(error?.message).toContain('fallback sender number is empty');
		expect(await kakao.messages()).toEqual([]);
	}
});

test.each([
	['가'.repeat(45), 'SMS', 90],
	['가'.repeat(45) + 'a', 'LMS', 91],
	['a'.repeat(90), 'SMS', 90],
	['뷁'.repeat(45), 'SMS', 90],
])('bytes are counted as Korean carriers count them: %j', async (text, type, bytes) => {
	const { fallback, limits } = await shownWith({ text });
	expect(fallback?.type).toBe(type);
	expect(limits.find(({ field }) => field === 'fallback text')?.used).toBe(bytes);
});

test.each([
	[{ type: 'SMS', text: '가'.repeat(46) }, 'fallback text has 92 bytes'],
	[{ text: '가'.repeat(1001) }, 'fallback text has 2002 bytes'],
	[{ type: 'LMS', text: '안내', title: '가'.repeat(21) }, 'fallback title has 42 bytes'],
	[{ text: '완료 🎉' }, 'cannot carry'],
	[{ type: 'LMS', text: '완료', title: '🎉' }, 'cannot carry'],
	[{ text: '#{없는변수}님' }, 'placeholder'],
	[{ text: '완료', from: '12' }, 'is not a Korean phone number'],
	[{ text: '완료', from: '+1 212 555 0100' }, 'is not a Korean phone number'],
])('%j is refused, not cut or changed', async (fallback, why) => {
	const { ready, problems } = await shownWith(fallback);
	expect(ready).toBe(false);
	expect(problems.map(({ field, text }) => `${field} ${text}`).join()).toContain(why);
	const { error } = await kakao.run([ROW], { parameters: sms(fallback) });
	expect(error?.message).toContain(why);
	expect(await kakao.messages()).toEqual([]);
});

// Guards against: String(object) reaches the customer (prepare.ts, inputOf).
test('a text formula that gives no text keeps the message back instead of sending "[object Object]"', async () => {
	const row = { ...ROW, sms: { ko: '완료' } };
	const parameters = sms({ text: '={{ $json.sms }}' });
	expect((await preview(kakao, [row], { parameters }))[0]).toMatchObject({ ready: false, fallback: null });
});

// Guards against: only the boolean true switches the fallback on; anything else is off without a word (prepare.ts, inputOf).
test.each(['true', 'yes', 1])('a switch that evaluates to %j is not silently read as "off"', async (given) => {
	const row = { ...ROW, sms: given };
	const parameters = { ...sms({ text: '완료' }), smsFallback: '={{ $json.sms }}' };
	const { outputs, error } = await kakao.run([row], { parameters });
	const [message] = await kakao.messages();
	// Either it counts as on, or it is refused with the reason; a customer left without both messages is neither.
	expect(message ? message.fallback !== null : error !== undefined, JSON.stringify(outputs)).toBe(true);
});
