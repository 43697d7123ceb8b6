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
	test.each(['America/New_York', 'Asia/Seoul', 'UTC'])(
		'a time without a zone is Korean time, also where n8n lives in %s',
		async (timezone) => {
			process.env['TZ'] = timezone;
			const time = koreanTime(3 * 60);
			const { outputs, error } = await kakao.run([ROW], { dealer, timezone, ...at(time) });
			expect(error).toBeUndefined();
			expect(jsonOf(outputs[0])).toMatchObject([{ outcome: 'scheduled', scheduledAt: `${time}:00.000+09:00` }]);
			const [message] = await kakao.messages();
			expect(message).toMatchObject({ state: 'scheduled', scheduledAt: new Date(`${time}:00+09:00`).toISOString() });
		},
	);

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
	expect(error?.message).toContain('at least 10 minutes');
	expect(jsonOf((await kakao.run([ROW], { ...soon, dealer: 'nhnCloud' })).outputs[0])).toMatchObject([
		{ outcome: 'scheduled' },
	]);
});

const TIME = koreanTime(30 * 24 * 60);
const INSTANT = Date.parse(`${TIME}:00+09:00`);

test.each([
	[`={{ DateTime.fromMillis(${INSTANT}, { zone: 'America/New_York' }) }}`, ':00'],
	[`={{ "${new Date(INSTANT).toISOString()}" }}`, ':00'],
	[`={{ ${INSTANT} }}`, ':00'],
	[TIME.replaceAll('-', '/').replace('T', ' '), ':00'],
	[`${TIME}:20`, ':20'],
])('Send At %s means the instant it names', async (scheduleAt, seconds) => {
	const options = { dealer: 'solapi' as const, timezone: 'America/New_York', ...at(scheduleAt) };
	expect(await preview(kakao, [ROW], options)).toMatchObject([
		{ ready: true, scheduledAt: `${TIME}${seconds}.000+09:00` },
	]);
});

test('where the dealer knows no seconds the message waits for the next full minute, never goes out early', async () => {
	const time = koreanTime(60);
	const { outputs } = await kakao.run([ROW], at(`${time}:20`));
	const next = new Date(Date.parse(`${time}:00+09:00`) + 60_000).toISOString();
	expect(Date.parse(String(jsonOf(outputs[0])[0]?.scheduledAt))).toBe(Date.parse(next));
	expect((await kakao.messages())[0]?.scheduledAt).toBe(next);
});

// Guards against: undefined (no such column, or a formula that failed) is taken for "send now".
test.each(['={{ $json.when }}', '={{ $json.day.plus({ days: 1 }) }}'])(
	'a send time that comes to nothing (%s) keeps the message back instead of sending it at once',
	async (scheduleAt) => {
		const { error } = await kakao.run([{ ...ROW, day: '2027-01-01' }], at(scheduleAt));
		expect(await kakao.messages()).toEqual([]);
		expect(error?.message).toContain('Send At');
	},
);
