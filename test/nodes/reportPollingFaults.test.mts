import type { IDataObject } from 'n8n-workflow';
import { expect, test } from 'vitest';

import { DEALERS, NO_KAKAO, settled } from './helpers.mts';
import { stage } from './kakao.mts';
import type { Verdict } from './proxy.mts';
import { behind, refusal, sendTo, startPolling, startedWith } from './reports.mts';

const kakao = stage();

// Guards against: an account of SENS that has no part in Brand Messages never hears of its AlimTalk either.
test('what the dealer refuses to tell of Brand Messages does not keep the reports of AlimTalk back', async () => {
	const noService: Verdict = { status: 404, body: { error: { message: 'no such service' } } };
	const { there } = await behind(kakao, 'naverSens', ({ path }) =>
		path.startsWith('/brandmessage/') ? noService : 'pass',
	);
	const listening = await startPolling(kakao, 'naverSens', {}, there);
	const ids = await sendTo(kakao, 'naverSens', ['01011110001']);
	await settled(kakao);
	await listening.tick();
	await listening.tick();
	expect(startedWith(listening)).toEqual(ids);
	const warning = expect.stringContaining('could not be polled: Brand Message:') as string;
	expect(listening.warnings).toEqual([warning, warning]);
	expect(listening.warnings.join()).not.toContain('AlimTalk');
});

test('a poll still under way when the workflow is published anew hands nothing on: the new one does', async () => {
	let letGo: () => void = () => undefined;
	const held = new Promise<void>((resolve) => (letGo = resolve));
	const { between, there } = await behind(kakao, 'solapi', async (): Promise<Verdict> => {
		await held;
		return 'pass';
	});
	const old = await startPolling(kakao, 'solapi', {}, there);
	const ids = await sendTo(kakao, 'solapi', ['01011110001']);
	await settled(kakao);
	const stored = old.staticData();
	const underWay = old.tick();
	await expect.poll(() => between.seen.length).toBeGreaterThan(0);
	await old.stop();
	const next = await startPolling(kakao, 'solapi', {}, { staticData: stored });
	await next.tick();
	letGo();
	await underWay;
	expect([startedWith(old), startedWith(next)]).toEqual([[], ids]);
});

test('a failed AlimTalk whose SMS is still on its way at NHN Cloud is reported when it has arrived', async () => {
	let isOnItsWay = true;
	const { there } = await behind(kakao, 'nhnCloud', async ({ path, headers }) => {
		if (!isOnItsWay || !path.includes('/message-results')) return 'pass';
		const key = { 'x-secret-key': String(headers['x-secret-key']) };
		const answer = await fetch(kakao.sandbox.urls.nhnCloud + path, { headers: key });
		const body = (await answer.json()) as { messages: IDataObject[] };
		expect(body.messages).toHaveLength(1);
		for (const row of body.messages) row.resendStatus = 'RSC03';
		return { status: 200, body };
	});
	const listening = await startPolling(kakao, 'nhnCloud', {}, there);
	const ids = await sendTo(kakao, 'nhnCloud', [NO_KAKAO]);
	await settled(kakao);
	await listening.tick();
	expect(listening.emitted).toEqual([]);
	isOnItsWay = false;
	await listening.tick();
	expect(startedWith(listening)).toEqual(ids);
	expect(listening.emitted[0]![0]!.json.status).toBe('fallbackDelivered');
});

test.each(DEALERS)('what %s says of a failure is logged without the number of a customer or a key', async (dealer) => {
	const { provider: _dealer, baseUrl: _url, ...keys } = kakao.credentials(dealer).kakaoBizMessageApi!;
	const { there } = await behind(kakao, dealer, () => refusal('No result for 010-1111-0001 and +821011110002'));
	const listening = await startPolling(kakao, dealer, {}, there);
	await listening.tick();
	expect(listening.warnings).toHaveLength(1);
	expect(listening.warnings[0]).not.toMatch(/1111-?0001|11110002/);
	for (const key of Object.values(keys)) expect(listening.warnings[0]).not.toContain(String(key));
});
