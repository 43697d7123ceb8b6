import { expect, test } from 'vitest';

import { jsonOf, stage, THREE } from './kakao.mts';

const kakao = stage();

test.each(['nhnCloud', 'solapi', 'naverSens'] as const)(
	'changing the credential to %s keeps the flow and its output',
	async (dealer) => {
		const { outputs, error } = await kakao.run([{ to: '010-1234-5678', ...THREE }], { dealer });
		expect(error).toBeUndefined();
		expect(jsonOf(outputs[0])).toEqual([
			{
				outcome: 'accepted',
				to: '01012345678',
				messageId: expect.stringContaining('/'),
				messageKey: expect.stringMatching(/^n8n-/),
				provider: dealer,
				senderProfile: expect.any(String),
				templateCode: expect.stringContaining('bench-three'),
				scheduledAt: null,
				reason: null,
			},
		]);
		expect(outputs[0]?.[0]?.pairedItem).toEqual({ item: 0 });
		expect((await kakao.messages())[0]?.bubble.text).toContain('홍길동님');
	},
);

test('one bad row stops the node before anything is sent, and every bad row is named', async () => {
	const rows = [
		{ to: '01011110001', ...THREE },
		{ to: '02-123-4567', ...THREE },
		{ to: '01011110003', 이름: '김', 항목: null },
	];
	const { error, outputs } = await kakao.run(rows);
	expect(error?.message).toContain('2 of 3 messages cannot be sent');
	expect(error?.description).toContain('Item 1: To is a landline');
	expect(error?.description).toContain('Item 2: variable #{항목} is null');
	expect(error?.description).toContain('variable #{번호} is missing');
	expect(outputs[0] ?? []).toEqual([]);
	expect(await kakao.messages()).toEqual([]);
});

test('with "Continue" the good rows go out and the bad ones say why', async () => {
	const rows = [
		{ to: '01011110001', ...THREE },
		{ to: '02-123-4567', ...THREE },
		{ to: '01011110003', ...THREE },
	];
	const { outputs, hints } = await kakao.run(rows, { node: { onError: 'continueRegularOutput' } });
	expect(jsonOf(outputs[0]).map(({ outcome }) => outcome)).toEqual(['accepted', 'rejected', 'accepted']);
	expect(outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
	expect(hints[0]?.message).toContain('1 of 3 messages were not accepted');
	expect(await kakao.messages()).toHaveLength(2);
});

test('with the error output the refused rows leave through it with the row and the reason', async () => {
	const rows = [
		{ to: '02-123-4567', ...THREE },
		{ to: '01011110002', ...THREE },
	];
	const { outputs } = await kakao.run(rows, {
		node: { onError: 'continueErrorOutput', retryOnFail: true, maxTries: 3, waitBetweenTries: 10 },
	});
	expect(jsonOf(outputs[0]).map(({ outcome }) => outcome)).toEqual(['accepted']);
	expect(jsonOf(outputs[1])).toMatchObject([
		{ 이름: '홍길동', to: '02-123-4567', error: expect.stringContaining('landline'), details: { outcome: 'rejected' } },
	]);
	expect(await kakao.messages()).toHaveLength(1);
});

test('a wrong key is refused before the run troubles the dealer a thousand times', async () => {
	const credentials = { kakaoBizMessageApi: { ...kakao.credentials().kakaoBizMessageApi!, secretKey: 'wrong' } };
	const { error } = await kakao.run([{ to: '01011110001', ...THREE }], { credentials });
	expect(error?.message).toContain('could not be read');
	expect(JSON.stringify(error)).not.toContain('sandboxAppKey001');
});

test('an accidental 1,001 rows stop before the first message', async () => {
	const rows = Array.from({ length: 1001 }, (_, at) => ({ to: `010${20000000 + at}`, ...THREE }));
	const { error } = await kakao.run(rows);
	expect(error?.message).toContain('1001 messages are more than the 1000');
	expect(await kakao.messages()).toEqual([]);
});

test('the same order number never goes out twice, also in another execution', async () => {
	const rows = [
		{ to: '01011110001', ...THREE, order: 'A-1' },
		{ to: '01011110002', ...THREE, order: 'A-2' },
	];
	const parameters = { options: { messageKey: '={{ $json.order }}' } };
	await kakao.run(rows, { parameters });
	const { outputs } = await kakao.run([...rows, { to: '01011110003', ...THREE, order: 'A-3' }], {
		parameters,
		executionId: 'another',
	});
	expect(jsonOf(outputs[0]).map(({ outcome }) => outcome)).toEqual(['skipped', 'skipped', 'accepted']);
	expect(await kakao.messages()).toHaveLength(3);
});

test('"preview" shows the finished message and sends nothing', async () => {
	const parameters = {
		operation: 'preview',
		smsFallback: true,
		fallback: { from: '02-1234-5678', type: 'auto', text: '#{이름}님 완료' },
	};
	const { outputs } = await kakao.run([{ to: '+82 10-1234-5678', ...THREE }, { to: '123' }], { parameters });
	expect(jsonOf(outputs[0])).toMatchObject([
		{
			ready: true,
			to: '01012345678',
			message: { text: expect.stringContaining('홍길동님') },
			fallback: { type: 'SMS', text: '홍길동님 완료' },
		},
		{ ready: false, problems: expect.arrayContaining([expect.objectContaining({ field: 'To' })]) },
	]);
	expect(await kakao.messages()).toEqual([]);
});
