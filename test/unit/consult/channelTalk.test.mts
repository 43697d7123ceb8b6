import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { channelTalk } from '../../../kakao/consult/channelTalk';
import { answer, lost, requestsOf, talk } from '../support/wires.mts';

const NOW = Date.UTC(2026, 11, 1, 12);
const { reception } = channelTalk;
const call = (rawBody: string, query: Record<string, string> = {}) => ({ suffix: '', headers: {}, query, rawBody });
const read = (body: object) => reception.read(call(JSON.stringify(body)), NOW);
const entity = {
	id: 'm1',
	channelId: '9',
	chatType: 'userChat',
	chatId: 'c1',
	personType: 'user',
	personId: 'u1',
	createdAt: 1624414655810,
	version: 1624414655810,
	plainText: '안녕하세요',
};
const refers = {
	user: { id: 'u1', memberId: 'm', mobileNumber: '+821012345678' },
	userChat: { id: 'c1', state: 'opened', source: { appMessenger: { mediumType: 'appKakao', displayName: '가게' } } },
};

test.each([
	['s3cret', 's3cret', 'genuine'],
	['s3creT', 's3cret', 'forged'],
	['', 's3cret', 'forged'],
	['', '', 'forged'],
])('a forged call never starts a workflow: token "%s" for "%s"', (token, secret, verdict) => {
	expect(reception.verify(call('{}', { token }), secret, NOW)).toBe(verdict);
	if (token === '') expect(reception.verify(call('{}'), secret, NOW)).toBe('forged');
});

describe('what happened reaches the workflow once', () => {
	test.each(['message', 'Message'])('a customer’s %s, with who wrote and where to answer', (type) => {
		expect(read({ event: 'push', type, entity, refers })).toMatchObject([
			{
				event: 'message.received',
				eventId: 'message:m1',
				occurredAt: '2021-06-23T11:17:35.810+09:00',
				channel: { channelId: '9', name: '가게' },
				user: { userKey: 'u1', memberId: 'm', mobileNumber: '+821012345678' },
				session: { id: 'c1', state: 'open', billingDay: '2021-06-23' },
				message: { id: 'm1', type: 'text', text: '안녕하세요' },
				reply: { canReply: true, provider: 'channelTalk', chatId: 'c1', userKey: 'u1' },
			},
		]);
	});

	test.each(['manager', 'bot', 'Bot'])('words of a %s are an echo, so that no bot answers itself', (personType) => {
		const [event] = read({ event: 'push', type: 'message', entity: { ...entity, personType, personId: 'x' }, refers });
		expect(event).toMatchObject({ event: 'message.echo', user: { userKey: 'u1' } });
	});

	test.each([
		['a reaction to it', { event: 'update', entity }],
		['a team’s chat', { entity: { ...entity, chatType: 'group' } }],
		['an internal note', { entity: { ...entity, personType: 'manager', options: ['private'] } }],
		['a log line', { entity: { ...entity, personType: 'bot', log: { action: 'close' } } }],
		['another messenger', { refers: { ...refers, userChat: { contactMediumType: 'appLine' } } }],
		['nobody', { entity: { ...entity, personType: undefined } }],
	])('%s is no message', (_, change) => {
		expect(read({ event: 'push', type: 'message', entity, refers, ...change })).toEqual([]);
	});

	test('a removed message is told as such', () => {
		expect(read({ event: 'update', type: 'message', entity: { ...entity, state: 'removed' }, refers })).toMatchObject([
			{ event: 'message.deleted', eventId: 'message:m1:removed' },
		]);
	});

	test('a chat opens and closes once, however often it changes', () => {
		const chat = { id: 'c1', userId: 'u1', channelId: '9', state: 'opened', openedAt: 1624414655810, version: 1 };
		const of = (change: object) =>
			read({ event: 'upsert', type: 'UserChat', entity: { ...chat, ...change }, refers: {} })[0];
		expect(of({})).toMatchObject({ event: 'session.started', reply: { canReply: true }, entry: { extra: null } });
		expect(of({ version: 2 })!.eventId).toBe(of({})!.eventId);
		expect(of({ state: 'closed', closedAt: 1624414655900 })).toMatchObject({
			event: 'session.ended',
			session: { state: 'ended' },
			reply: { canReply: false },
		});
		expect(of({ state: 'snoozed' })).toBeUndefined();
	});

	test('a changed phone number', () => {
		const user = { id: 'u1', version: 7, profile: { mobileNumber: '+821012345678' } };
		expect(read({ event: 'update', type: 'user', entity: user })).toMatchObject([
			{
				event: 'user.updated',
				eventId: 'user:u1:7',
				user: { mobileNumber: '+821012345678' },
				reply: { canReply: false },
			},
		]);
	});

	test('nothing that is posted throws', () => {
		const field = fc.oneof(fc.anything(), fc.constantFrom('user', 'message', 'userChat', '\ud800', 1e300, -1));
		const thing = fc.record({
			id: fc.string(),
			chatType: fc.constant('userChat'),
			personType: fc.constant('user'),
			personId: field,
			chatId: field,
			createdAt: field,
			files: fc.array(fc.record({ key: field, size: field, type: field })),
			blocks: field,
			options: field,
			log: field,
			state: fc.constantFrom('opened', 'closed', 'removed'),
		});
		const body = fc.record({ type: fc.constantFrom('message', 'user', 'userChat'), entity: thing, refers: field });
		fc.assert(
			fc.property(
				fc.oneof(
					fc.string(),
					body.map((each) => JSON.stringify(each)),
				),
				(text) => {
					for (const { occurredAt } of reception.read(call(text), NOW)) expect(occurredAt).toMatch(/^\d{4}-/);
				},
			),
		);
		expect(read({ type: 'message', entity: { ...entity, files: [{ key: '\ud800' }] } })).toHaveLength(1);
		expect(reception.read(call('['.repeat(200_000)), NOW)).toEqual([]);
	});
});

describe('files have no address until it is asked for', () => {
	const file = { type: 'image', name: 'a.png', size: 3, key: 'pri-file/1/a.png' };
	const events = read({ event: 'push', type: 'message', entity: { ...entity, files: [file] }, refers });

	test('which comes from the API', () => {
		const { result, wishes } = talk(reception.complete!(events), [answer({ result: 'https://f.example/a' })]);
		expect(requestsOf(wishes)).toEqual([
			{ method: 'GET', path: '/user-chats/c1/messages/file?key=pri-file%2F1%2Fa.png' },
		]);
		expect(result[0]!.message!.attachments).toEqual([
			{ type: 'image', url: 'https://f.example/a', comment: null, fileName: 'a.png', size: 3 },
		]);
	});

	test.each([lost, answer({}, 404), answer(null)])('and the words come without it: %j', (reply) => {
		const { message } = talk(reception.complete!(events), [reply]).result[0]!;
		expect(message).toMatchObject({ attachments: [], text: '안녕하세요\n[image] a.png' });
	});
});
