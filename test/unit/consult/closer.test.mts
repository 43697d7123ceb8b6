import fc from 'fast-check';
import { expect, test } from 'vitest';

import { closer } from '../../../kakao/consult/closer';

const NOW = Date.UTC(2026, 11, 1, 12);
const { reception } = closer;
const call = (rawBody: string) => ({ suffix: '', headers: {}, query: {}, rawBody });
const read = (...messages: object[]) => reception.read(call(JSON.stringify({ id: 'd', messages })), NOW);
const words = {
	endUserId: 'e1',
	data: { text: '고객 메시지', type: 'text' },
	conversationId: 'k1',
	id: 'm1',
	isUser: true,
};
const received = {
	id: 'v1',
	sourceId: 'Bxxxxx',
	sourceType: 'bot',
	event: 'bot.message.received',
	data: { message: { ...words, timestamp: 1536130242636 } },
	timestamp: 1536130243609,
};
const about = (event: string, conversation: object = {}) => ({
	...received,
	event: `bot.conversation.${event}`,
	data: { conversation: { id: 'k1', endUserId: 'e1', platform: 'kakaobiz', userKey: 'u', ...conversation } },
});

test('a customer’s message comes with its consult, and cannot be answered', () => {
	expect(read(received)).toMatchObject([
		{
			event: 'message.received',
			eventId: 'v1',
			occurredAt: '2018-09-05T15:50:43.609+09:00',
			channel: { brandKey: 'Bxxxxx' },
			user: { userKey: 'e1' },
			session: { id: 'k1', state: 'open', billingDay: '2018-09-05' },
			message: { id: 'm1', type: 'text', text: '고객 메시지' },
			reply: { canReply: false, provider: 'closer' },
		},
	]);
	expect(closer.desk).toBeUndefined();
});

test('no event of a batch is lost', () => {
	expect(read(received, { ...received, id: 'v2' }, about('created')).map(({ event }) => event)).toEqual([
		'message.received',
		'message.received',
		'session.started',
	]);
});

test.each([
	['bot.message.received', false],
	['bot.message.sent', false],
	['bot.message.sent', undefined],
])('our own words are an echo, so that no bot answers itself: %s, isUser %s', (event, isUser) => {
	expect(read({ ...received, event, data: { message: { ...words, isUser } } })).toMatchObject([
		{ event: 'message.echo' },
	]);
});

test.each([
	['created', 'session.started', null],
	['deleted', 'session.ended', null],
	['agent_call_requested', 'agent.requested', null],
	['agent_call_connected', 'agent.started', null],
	['agent_call_cancelled', 'agent.ended', 'cancelled'],
	['agent_call_disconnected', 'agent.ended', 'disconnected'],
])('a call for an agent is heard: %s', (name, event, endedReason) => {
	expect(read(about(name))).toMatchObject([{ event, session: { id: 'k1', endedReason }, user: { userKey: 'e1' } }]);
});

test('customers of the website or another messenger are not taken for KakaoTalk’s', () => {
	expect(read(about('created', { platform: 'web' }), received)).toEqual([]);
	expect(read(about('updated'), { ...received, event: 'bot.updated' })).toEqual([]);
});

test('pictures and cards are handed on, links as words', () => {
	const data = {
		type: 'cards',
		cards: [{ title: 'T', description: 'D', media: { contentType: 'image', uri: 'https://a.example/i' } }],
		media: { contentType: 'link', uri: 'https://a.example' },
	};
	expect(read({ ...received, data: { message: { ...words, data } } })[0]!.message).toMatchObject({
		type: 'mixed',
		text: 'https://a.example\nT\nD',
		attachments: [{ type: 'image', url: 'https://a.example/i' }],
	});
});

test('nothing that is posted throws', () => {
	const field = fc.oneof(fc.anything(), fc.constantFrom('kakaobiz', 1e300, 'constructor', '\ud800'));
	const message = fc.record({
		id: fc.string(),
		event: fc.constantFrom('bot.message.received', 'bot.conversation.created', 'bot.end_user.updated', 'constructor'),
		timestamp: field,
		data: fc.oneof(field, fc.record({ message: fc.record({ endUserId: field, data: field }), endUser: field })),
	});
	const body = fc.record({ messages: fc.oneof(field, fc.array(message)) });
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
});
