import { afterEach, describe, expect, test } from 'vitest';

import { DEALERS, koreanTime, preview } from './helpers.mts';
import { jsonOf, stage, THREE } from './kakao.mts';

const kakao = stage();
const ROW = { to: '01011110001', ...THREE };
const at = (scheduleAt: unknown) => ({ parameters: { options: { scheduleAt: scheduleAt as string } } });

const zone = process.env['TZ'];
afterEach(() => {
	if (zone === undefined) delete process.env['TZ'];
	else process.env['TZ'] = zone;
});

describe.each(DEALERS)('at %s', (dealer) => {
	test.each(['America/New_York', 'Asia/Seoul', 'UTC'])('a time without a zone is Korean time, also where n8n lives in %s', async (timezone) => {
		process.env['TZ'] = timezone;
		const time = koreanTime(3 * 60);
		const { outputs, error } = await kakao.run([ROW], { dealer, timezone, ...at(time) });
		expect(error).toBeUndefined();
		expect(jsonOf(outputs[0])).toMatchObject([{ outcome: 'scheduled', scheduledAt: `${time}:00.000+09:00` }]);
		const [message] = await kakao.messages();
		expect(message).toMatchObject({ state: 'scheduled', scheduledAt: new Date(`${time}:00+09:00`).toISOString() });
	});

	test('rows with times of their own go out at their own times, the others at once', async () => {
		const [soon, later] = [koreanTime(60), koreanTime(120)];
		const rows = [
			{ ...ROW, at: soon },
			{ ...ROW, to: '01011110002', at: '' },
			{ ...ROW, to: '01011110003', at: later },
		];
		const { outputs } = await kakao.run(rows, { dealer, ...at('={{ $json.at }}') });
		expect(jsonOf(outputs[0]).map(({ outcome, scheduledAt }) => [outcome, scheduledAt])).toEqual([
			['scheduled', `${soon}:00.000+09:00`],
			['accepted', null],
			['scheduled', `${later}:00.000+09:00`],
		]);
		const times = Object.fromEntries((await kakao.messages()).map(({ to, scheduledAt }) => [to, scheduledAt]));
		expect(times['01011110001']).toBe(new Date(`${soon}:00+09:00`).toISOString());
		expect(times['01011110002']).toBeNull();
		expect(times['01011110003']).toBe(new Date(`${later}:00+09:00`).toISOString());
	});

	test.each([
		['2020-01-01 09:30', 'is past (2020-01-01 09:30 Korean time)'],
		['next Tuesday', 'is not a date and time'],
		['2026-02-31 09:00', 'is not a date and time'],
		[koreanTime(400 * 24 * 60), 'is too far ahead'],
	])('the time %j is refused before anything is sent', async (time, why) => {
		const { error } = await kakao.run([ROW], { dealer, ...at(time) });
		expect(error?.message).toContain(`Send At ${why}`);
		expect(await kakao.messages()).toEqual([]);
	});
});

test('a time that SENS would refuse as too soon is said so, with the ten minutes it needs', async () => {
	const soon = { dealer: 'naverSens' as const, ...at(koreanTime(5)) };
	const { error } = await kakao.run([ROW], soon);
	expect(error?.message).toContain('is too soon');
	expect(error?.description).toContain('at least 10 minutes');
	expect(jsonOf((await kakao.run([ROW], { ...soon, dealer: 'nhnCloud' })).outputs[0])).toMatchObject([{ outcome: 'scheduled' }]);
});

test.each([
	['={{ DateTime.fromISO("2027-06-01T09:30:00", { zone: "America/New_York" }) }}', '2027-06-01T22:30:00.000+09:00'],
	['={{ "2027-06-01T00:30:00Z" }}', '2027-06-01T09:30:00.000+09:00'],
	['={{ 1811809800000 }}', '2027-06-01T09:30:00.000+09:00'],
	['2027/06/01 09:30', '2027-06-01T09:30:00.000+09:00'],
	['2027-06-01T09:30:20', '2027-06-01T09:30:20.000+09:00'],
])('%s means the instant it names', async (scheduleAt, shown) => {
	const options = { dealer: 'solapi' as const, timezone: 'America/New_York', ...at(scheduleAt) };
	const [message] = await preview(kakao, [ROW], options);
	expect(message?.problems.map(({ text }) => text).filter((text) => !text.startsWith('is too far ahead'))).toEqual([]);
	expect(message?.scheduledAt ?? message?.problems[0]?.text).toContain(message?.scheduledAt ? shown : shown.slice(0, 16).replace('T', ' '));
});

test('where the dealer knows no seconds the message waits for the next full minute, never goes out early', async () => {
	const time = koreanTime(60);
	const { outputs } = await kakao.run([ROW], at(`${time}:20`));
	const next = new Date(Date.parse(`${time}:00+09:00`) + 60_000).toISOString();
	expect(Date.parse(String(jsonOf(outputs[0])[0]?.scheduledAt))).toBe(Date.parse(next));
	expect((await kakao.messages())[0]?.scheduledAt).toBe(next);
});
