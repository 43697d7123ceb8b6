import { expect, test } from 'vitest';

import { desk, itemOf } from './consultSend.mts';
import { jsonOf } from './kakao.mts';

const shop = desk();

test('Retry On Fail and a lost answer never lead to a second message', async () => {
	const reply = await shop.begin('happyTalk');
	await shop.bench('happyTalk').faults({ plan: [{ dealer: 'happyTalk', nth: 1, kind: 'lose' }] });
	const { outputs, error } = await shop.run('happyTalk', 'sendText', [itemOf(reply)], {
		parameters: { text: '한 번만' },
		node: { retryOnFail: true, maxTries: 3, waitBetweenTries: 10, onError: 'continueErrorOutput' },
	});
	expect(error).toBeUndefined();
	expect(outputs.map((each) => each.length)).toEqual([0, 0, 1]);
	expect(JSON.stringify(outputs[2])).toContain('may or may not');
	expect(await shop.got()).toHaveLength(1);
});

test('the same message repeated within an execution is refused by the hub instead of read twice', async () => {
	const reply = await shop.begin('happyTalk');
	const again = {
		parameters: { text: '한 번만' },
		executionId: 'repeated',
		node: { onError: 'continueRegularOutput' as const },
	};
	await shop.run('happyTalk', 'sendText', [itemOf(reply)], again);
	const { outputs } = await shop.run('happyTalk', 'sendText', [itemOf(reply)], again);
	expect(jsonOf(outputs[0])).toMatchObject([{ outcome: 'rejected' }]);
	expect(await shop.got()).toHaveLength(1);
});
