import { describe, expect, test } from 'vitest';

import { channelTalk } from '../../../kakao/consult/channelTalk';
import { closer } from '../../../kakao/consult/closer';
import { happyTalk } from '../../../kakao/consult/happyTalk';
import { hub } from '../../../kakao/consult/hub';
import { senderKeysOf } from '../../../kakao/consult/senderKeys';
import { talkBridge } from '../../../kakao/consult/talkBridge';
import { DealerFailure } from '../../../kakao/partner/failure';
import { answer, lost, requestsOf, talk } from '../support/wires.mts';

const target = { canReply: true, provider: '', senderKey: 'brand', userKey: 'u', chatId: 'c1' };
const AT = 1624414655810;
const ISO = '2021-06-23T11:17:35.810+09:00';

describe('a follow-up goes only to who did not answer', () => {
	test('TalkBridge: the room and who spoke last', () => {
		const rows = [
			{ seq: 3, kind: 'agent', text: '네', timestampUnixMs: AT, sessionId: 's' },
			{ seq: 2, kind: 'message', text: '질문', timestampUnixMs: AT, sessionId: 's' },
			{ seq: 1, kind: 'reference', timestampUnixMs: AT, sessionId: 's' },
		];
		const rooms = answer({ ok: true, rooms: [{ userKey: 'u', ended: true }] });
		const { result, wishes } = talk(talkBridge.desk!.session!(target), [rooms, answer({ ok: true, messages: rows })]);
		expect(requestsOf(wishes).map(({ path }) => path)).toEqual([
			'/api/agent/rooms?brand=brand',
			'/api/agent/rooms/u/messages?brand=brand&max=100',
		]);
		expect(result).toMatchObject({
			sessionId: 's',
			state: 'ended',
			startedAt: ISO,
			lastCustomerMessageAt: ISO,
			lastAgentMessageAt: ISO,
			messages: [
				{ id: '3', from: 'unknown', text: '네' },
				{ id: '2', from: 'customer', text: '질문' },
			],
		});
	});

	test('Channel Talk: the chat, its customer, and the alarm that it sent itself; notes are no answer', () => {
		const said = { chatType: 'userChat', createdAt: AT };
		const messages = [
			{ ...said, id: 'n', personType: 'manager', options: ['private'], plainText: 'note' },
			{ ...said, id: 'b', personType: 'bot', plainText: '봇', createdAt: AT },
			{ ...said, id: 'a', personType: 'manager', plainText: '사람' },
		];
		const userChat = { id: 'c1', userId: 'u', state: 'closed', openedAt: AT, followUpTriggeredAt: AT };
		const user = { id: 'u', mobileNumber: '+821012345678', name: '김', unsubscribeTexting: true };
		const replies = [answer({ userChat, users: [user] }), answer({ messages })];
		expect(talk(channelTalk.desk!.session!(target), replies).result).toMatchObject({
			state: 'ended',
			followedUpAt: ISO,
			lastCustomerMessageAt: null,
			lastAgentMessageAt: ISO,
			user: { mobileNumber: '+821012345678', name: '김', advertisingRefused: true },
			messages: [
				{ id: 'b', from: 'bot' },
				{ id: 'a', from: 'agent' },
			],
		});
	});

	test.each([lost, answer('<html>'), answer({}, 401)])(
		'an unread consult is never taken for a silent one: %j',
		(reply) => {
			for (const { desk } of [talkBridge, channelTalk])
				expect(() => talk(desk!.session!(target), [reply])).toThrow(DealerFailure);
		},
	);
});

test('the profile says whether ConsultTalk is on (F7)', () => {
	const data = { senderKey: '0123', uuid: '@examplechannel01', name: 'example_dev', status: 'A', bizchat: true };
	const { result, wishes } = talk(happyTalk.desk!.profile!('0123'), [answer({ code: '200', data })]);
	expect(requestsOf(wishes)[0]!.path).toBe('/kakaoWebhook/v3/bzmc/sender?senderKey=0123');
	expect(result).toMatchObject({ searchId: '@examplechannel01', name: 'example_dev', status: 'A', consultTalk: true });
	expect(() => talk(happyTalk.desk!.profile!('x'), [answer({ code: -501, message: 'no' })])).toThrow(DealerFailure);
});

describe('only a person starts a flow', () => {
	const post = (rawBody: object, headers = {}) => ({
		suffix: '',
		headers,
		query: {},
		rawBody: JSON.stringify(rawBody),
	});

	test.each([
		['manager', 'agent'],
		['bot', 'bot'],
		['user', 'customer'],
	])('Channel Talk tells a %s', (personType, sentBy) => {
		const entity = { id: 'm', chatType: 'userChat', chatId: 'c', personType, personId: 'p', createdAt: AT };
		const call = post({ event: 'push', type: 'message', entity, refers: { user: { id: 'u' } } });
		expect(channelTalk.reception.read(call, AT)[0]!.message!.sentBy).toBe(sentBy);
	});

	test('what may be our own send is never told as a person’s', () => {
		const own = talkBridge.reception.read(post({ userKey: 'u', kind: 'agent', brand: 'b', serial: 'bw-1' }), AT);
		expect(own[0]!.message!.sentBy).toBe('unknown');
		const message = { endUserId: 'e', isUser: false, id: 'm' };
		const sent = { id: 'v', event: 'bot.message.sent', data: { message } };
		expect(closer.reception.read(post({ messages: [sent] }), AT)[0]!.message!.sentBy).toBe('bot');
		expect([talkBridge, closer, happyTalk, hub].map(({ capabilities }) => capabilities.tellsAgents)).not.toContain(
			true,
		);
	});

	test('a repeat under another delivery id or time is known', () => {
		const read = (id: string) =>
			talkBridge.reception.read(
				post({ userKey: 'u', kind: 'message', seq: 1, brand: 'b' }, { 'x-bridge-delivery-id': id }),
				AT,
			);
		expect(read('d1')[0]).toMatchObject({ eventId: 'd1', alsoKnownAs: ['b:message.received:u:1:2021-06-23'] });
		expect(read('d2')[0]!.alsoKnownAs).toEqual(read('d1')[0]!.alsoKnownAs);
		const reference = (time: number, extra: string) =>
			happyTalk.reception.read(
				{
					...post({ user_key: 'u', sender_key: 's', session_id: '1', time, reference: { extra } }),
					suffix: 'reference',
				},
				AT,
			)[0]!;
		expect(reference(AT + 1, 'a').alsoKnownAs).toEqual(reference(AT, 'a').alsoKnownAs);
		expect(reference(AT, 'b').alsoKnownAs).not.toEqual(reference(AT, 'a').alsoKnownAs);
	});
});

test('sender keys are read however they were typed', () => {
	expect(senderKeysOf({ senderKeys: ' a, b\nc,,a ' })).toEqual(['a', 'b', 'c']);
	expect(senderKeysOf({})).toEqual([]);
});

test('a carousel goes as its raw fields, which never change who gets it', () => {
	const extra = { carousel: { list: [] }, lock: true, user_key: 'other', serial_number: 'x' };
	const bubble = { text: '', buttons: [], quickReplies: [], layout: 'carousel' as const, header: 'h', extra };
	const { wishes } = talk(happyTalk.desk!.sendRich(target, bubble, 's1'), [answer({ code: 0 })]);
	expect(requestsOf(wishes)[0]!.body).toMatchObject({
		user_key: 'u',
		serial_number: 's1',
		chat_bubble_type: 'CAROUSEL_FEED',
		header: 'h',
		lock: true,
		carousel: { list: [] },
	});
	for (const { desk } of [talkBridge, hub])
		expect(talk(desk!.sendRich(target, bubble, 's'), [])).toMatchObject({
			wishes: [],
			result: { outcome: 'rejected' },
		});
});
