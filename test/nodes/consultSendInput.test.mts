import { expect, test } from 'vitest';

import { masked } from '../../nodes/ConsultMessageSend/masked.ts';
import { CREDENTIAL, desk, itemOf } from './consultSend.mts';
import { jsonOf } from './kakao.mts';

const shop = desk();

const TEXT = { parameters: { text: '={{ $json.text }}' } };

test('one bad item stops the node before anything is sent, and every bad item is named', async () => {
	const reply = await shop.begin('happyTalk');
	const items = [
		itemOf(reply, { text: '첫째' }),
		itemOf(reply, { text: '가'.repeat(1001) }),
		{ text: '누구에게?' },
		itemOf(reply, { text: '' }),
	];
	const { error, outputs } = await shop.run('happyTalk', 'sendText', items, TEXT);
	expect(error?.message).toContain('3 of 4 messages cannot be sent');
	expect(error?.description).toContain('Item 1: The text has 1001 characters; 1000 are allowed.');
	expect(error?.description).toContain('Item 2: Reply To is empty for this item.');
	expect(error?.description).toContain('Item 3: There is no text.');
	expect(outputs.flat()).toEqual([]);
	expect(await shop.got()).toEqual([]);
});

test('with "Continue" the good items go out in their order and the bad ones say why', async () => {
	const reply = await shop.begin('happyTalk');
	const items = [itemOf(reply, { text: '첫째' }), itemOf(reply, { text: '' }), itemOf(reply, { text: '셋째' })];
	const { outputs, hints } = await shop.run('happyTalk', 'sendText', items, {
		...TEXT,
		node: { onError: 'continueRegularOutput' },
	});
	expect(jsonOf(outputs[0]).map(({ outcome }) => outcome)).toEqual(['sent', 'rejected', 'sent']);
	expect(hints[0]?.message).toContain('1 of 3 messages were not accepted');
	expect(await shop.got()).toHaveLength(2);
});

test('sent, ended and refused items each leave through an output of their own', async () => {
	const reply = await shop.begin('happyTalk');
	const items = [
		itemOf(reply, { text: '' }),
		itemOf({ ...reply, canReply: false }, { text: '둘째' }),
		itemOf(reply, { text: '셋째' }),
	];
	const { outputs } = await shop.run('happyTalk', 'sendText', items, {
		...TEXT,
		node: { onError: 'continueErrorOutput' },
	});
	expect(outputs.map((each) => each.length)).toEqual([1, 1, 1]);
	expect(outputs.map(([item]) => item?.pairedItem)).toMatchObject([{ item: 2 }, { item: 1 }, { item: 0 }]);
	expect(jsonOf(outputs[2])).toMatchObject([
		{ text: '', error: 'There is no text.', details: { outcome: 'rejected' } },
	]);
});

test('a reply of another hub is told apart from the credential before anything is asked', async () => {
	const reply = await shop.begin('happyTalk');
	const { error } = await shop.run('talkBridge', 'sendText', [itemOf(reply)], { parameters: { text: '안녕하세요' } });
	expect(error?.message).toContain('belongs to HappyTalk, but the credential is for TalkBridge');
	expect(await shop.bench('talkBridge').requests()).toEqual([]);
});

test('a reply that another node has turned into text still reaches the customer', async () => {
	const reply = await shop.begin('happyTalk');
	const { outputs } = await shop.run('happyTalk', 'sendText', [{ reply: JSON.stringify(reply) }], {
		parameters: { text: '안녕하세요' },
	});
	expect(jsonOf(outputs[0])).toMatchObject([{ outcome: 'sent' }]);
});

test.each([
	['talkBridge', 'sendNotice', 'cannot send notices'],
	['channelTalk', 'blockUser', 'cannot block customers'],
	['channelTalk', 'sendFile', 'cannot send files'],
	['hub', 'uploadFile', 'cannot take uploads'],
] as const)('%s says that it cannot do %s, and asks nobody', async (hub, operation, words) => {
	const reply = await shop.begin(hub);
	const { error } = await shop.run(hub, operation, [itemOf(reply)]);
	expect(error?.message).toContain(words);
});

test('a hub that only reports says that nothing can be answered through it', async () => {
	const { error } = await shop.run('happyTalk', 'sendText', [{}], {
		credentials: { [CREDENTIAL]: { provider: 'closer' } },
		parameters: { text: '안녕하세요' },
	});
	expect(error?.message).toBe('CLOSER cannot be answered from here');
});

test('neither keys nor the customer show in an error', async () => {
	const reply = await shop.begin('happyTalk');
	const { error } = await shop.run('happyTalk', 'sendText', [itemOf({ ...reply, userKey: 'noSuchUser12' })], {
		parameters: { text: '안녕하세요' },
	});
	expect(error?.message).toMatch(/./);
	const shown = JSON.stringify({ message: error?.message, description: error?.description });
	expect(shown).not.toContain('noSuchUser12');
	expect(shown).not.toContain('sandboxHappyTalkSecret01');
});

test('the hub’s own answer comes along only where it is asked for', async () => {
	const reply = await shop.begin('happyTalk');
	const parameters = { text: '안녕하세요', options: { includeRaw: true } };
	const { outputs } = await shop.run('happyTalk', 'sendText', [itemOf(reply)], { parameters });
	expect(jsonOf(outputs[0])).toMatchObject([{ outcome: 'sent', raw: { code: 0 } }]);
});

test('an option that cannot be worked out stops the node before anybody has got anything', async () => {
	const reply = await shop.begin('happyTalk');
	const options = { includeRaw: "={{ $('Nowhere').item.json.raw }}" };
	const { error } = await shop.run('happyTalk', 'sendText', [itemOf(reply)], { parameters: { text: '안녕', options } });
	expect(error?.message).toContain('Include Raw Answer could not be worked out');
	expect(await shop.got()).toEqual([]);
});

test('a hub that repeats the customer’s key in its refusal does not get it into the error', () => {
	const target = { canReply: true, provider: 'hub', senderKey: '', userKey: 'AbCd1EfGh2Jk', chatId: '', listener: '' };
	expect(masked('UserNotFound(AbCd1EfGh2Jk)', target)).toBe('UserNotFound(AbC…)');
});
