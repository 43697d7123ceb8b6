import { expect, test } from 'vitest';

import { startTrigger } from '../harness/schedule.mts';
import { DEALERS, settled } from './helpers.mts';
import { stage } from './kakao.mts';
import { behind, polledUntil, refusal, sendTo, startPolling, startedWith, trigger } from './reports.mts';

const kakao = stage();
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

test.each(DEALERS)(
	'a report of %s at the seam of two days that are caught up starts the workflow once',
	async (dealer) => {
		const listening = await startPolling(kakao, dealer, {}, polledUntil(Date.now() - DAY + 5 * MINUTE));
		const ids = await sendTo(kakao, dealer, ['01011110001']);
		await settled(kakao);
		await listening.tick();
		expect(startedWith(listening)).toEqual(ids);
		await listening.tick();
		expect(startedWith(listening)).toEqual(ids);
	},
);

test('a failure in the middle of many days loses no day, and asks for none again that has been read', async () => {
	const dayOf = (path: string) => new URL(path, 'http://nhn').searchParams.get('startUpdateDate');
	let refusing = true;
	const days = new Set<string>();
	const { between, there } = await behind(kakao, 'nhnCloud', ({ path }) => {
		const day = dayOf(path);
		if (day) days.add(day);
		return day && refusing && days.size > 3 ? refusal('down') : 'pass';
	});
	const listening = await startPolling(kakao, 'nhnCloud', {}, { ...there, ...polledUntil(Date.now() - 5 * DAY) });
	const ids = await sendTo(kakao, 'nhnCloud', ['01011110001']);
	await settled(kakao);
	await listening.tick();
	expect(listening.emitted).toEqual([]);
	const [first, , , refused] = days;
	refusing = false;
	const before = between.seen.length;
	await listening.tick();
	expect(startedWith(listening)).toEqual(ids);
	const askedAgain = between.seen.slice(before).map(({ path }) => dayOf(path));
	expect(askedAgain).not.toContain(first);
	expect(askedAgain).toContain(refused);
});

test('a clock that was a year ahead does not keep the reports back for a year', async () => {
	const listening = await startPolling(kakao, 'nhnCloud', {}, polledUntil(Date.now() + 365 * DAY));
	const ids = await sendTo(kakao, 'nhnCloud', ['01011110001']);
	await settled(kakao);
	await listening.tick();
	await listening.tick();
	expect(startedWith(listening)).toEqual(ids);
});

// Guards against: what a webhook has told for months is polled once more when polling is chosen again.
test('a node that has received webhooks in the meantime begins to poll anew', async () => {
	const start = polledUntil(Date.now() - 30 * DAY);
	const byWebhook = await startTrigger(kakao.host, trigger(kakao, 'solapi', { receive: 'webhook' }, start));
	const ids = await sendTo(kakao, 'solapi', ['01011110001']);
	await settled(kakao);
	const { there, between } = await behind(kakao, 'solapi', () => 'pass');
	const listening = await startPolling(kakao, 'solapi', {}, { ...there, staticData: byWebhook.staticData() });
	await listening.tick();
	expect(startedWith(listening)).toEqual(ids);
	// Once each for AlimTalk and Brand Messages: there are no days to catch up.
	expect(between.seen).toHaveLength(2);
});
