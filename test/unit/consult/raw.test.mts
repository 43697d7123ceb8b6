import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { decodeMetadata, encodeMetadata } from '../../../kakao/consult/metadata';
import { rawReception } from '../../../kakao/consult/raw/reception';

const NOW = Date.parse('2026-11-21T12:00:00+09:00');
const SENDER = '89abcdef0123456789abcdef0123456789abcdef';
const USER = 'a1bCD2EFGHi3';
const WHO = `"user_key":"${USER}","sender_key":"${SENDER}"`;

const reception = rawReception('happyTalk');
const call = (suffix: string, rawBody: string) => ({ suffix, headers: {}, query: {}, rawBody });
const events = (suffix: string, rawBody: string) => reception.read(call(suffix, rawBody), NOW);
const only = (suffix: string, rawBody: string) => {
	const all = events(suffix, rawBody);
	expect(all).toHaveLength(1);
	return all[0]!;
};

const F1 =
	'{"user_key":"AbCd1EfGh2Jk","session_id":"163755146","sender_key":"0123456789abcdef0123456789abcdef01234567","app_user_id":null,"time":1654738690219,"reference":{"extra":"메타 정보","text":"","lastText":"","lastTextDate":"2022-06-07T11:53:32.431","appUserId":null},"last_reference":{"extra":"메타 정보","bot":"true","bot_event":"","created_at":"2022-06-07T11:53:32.431"}}';
const F2 = `{${WHO},"session_id":"163755146","time":1668429686816,"serial_number":2914978254845711401,"type":"text","contents":["안녕하세요"]}`;
const F3 = `{${WHO},"time":"1668429686816","serial_number":"2914978254845711401","type":"text","content":"hello","extra":"product consultant"}`;
const PHOTOS =
	'"contents":[{"url":"https://www.kakaocorp.com/page/favicon.ico","comment":"코멘트1"},{"url":"https://www.kakaocorp.com/page/favicon.ico","comment":"코멘트2"}]';
const OLD_PHOTO = '"content":{"url":"https://www.kakaocorp.com/page/favicon.ico"}';

describe('what a customer writes', () => {
	test('arrives whole, with everything a reply needs (F2)', () => {
		expect(only('message', F2)).toEqual({
			schema: 'kakao.consult/1',
			provider: 'happyTalk',
			event: 'message.received',
			eventId: `${SENDER}:2914978254845711401`,
			alsoKnownAs: [],
			occurredAt: '2022-11-14T21:41:26.816+09:00',
			channel: { senderKey: SENDER, channelId: '', brandKey: '', name: '' },
			user: { userKey: USER, appUserId: null, memberId: null, mobileNumber: null },
			session: { id: '163755146', state: 'open', endedReason: null, billingDay: '2022-11-14' },
			message: {
				id: '2914978254845711401',
				type: 'text',
				text: '안녕하세요',
				truncated: false,
				longTextUrl: null,
				attachments: [],
				sentBy: 'customer',
				button: { extra: null, label: null },
			},
			entry: null,
			reply: { canReply: true, provider: 'happyTalk', senderKey: SENDER, userKey: USER, chatId: '' },
		});
	});

	test('arrives in the older spelling too, with quoted numbers and what the tapped button carried (F3)', () => {
		const event = only('message', F3);
		expect(event.message).toMatchObject({ id: '2914978254845711401', text: 'hello' });
		expect(event.message?.button.extra).toBe('product consultant');
		expect(event.occurredAt).toBe('2022-11-14T21:41:26.816+09:00');
	});

	test('is one message, not two, when a hub repeats it in the other spelling', () => {
		expect(only('message', F2).eventId).toBe(only('message', F3).eventId);
	});

	test.each([
		['contents as a plain text', '"contents":"hi"'],
		['content as a list', '"content":["hi"]'],
		['an empty contents beside content', '"contents":[],"content":"hi"'],
		['a contents without a text beside content', '"contents":[null,""],"content":"hi"'],
		['both, the newer counting', '"contents":["hi"],"content":"old"'],
	])('is not lost with %s', (_, fields) => {
		expect(only('message', `{${WHO},"serial_number":1,"type":"text",${fields}}`).message?.text).toBe('hi');
	});

	test('keeps all digits of its number: neighbours are not taken for repeats and dropped', () => {
		fc.assert(
			fc.property(fc.bigInt({ min: 10n ** 15n, max: 2n ** 63n - 1n }), (serial) => {
				const event = only('message', `{${WHO},"serial_number": ${serial} ,"type":"text","contents":["${serial}"]}`);
				expect(event.message?.id).toBe(String(serial));
				expect(event.message?.text).toBe(String(serial));
			}),
		);
	});

	test('says where the rest is when it is longer than 1,000 characters', () => {
		const url = 'https://talk.kakaocdn.net/long.txt';
		const body = `{${WHO},"serial_number":1,"type":"text","contents":["${'가'.repeat(300)}"],"attachment":{"url":"${url}"}}`;
		expect(only('message', body).message).toMatchObject({ truncated: true, longTextUrl: url });
	});

	test.each([
		['both spellings', `${OLD_PHOTO},${PHOTOS}`, ['코멘트1', '코멘트2']],
		['the newer spelling', PHOTOS, ['코멘트1', '코멘트2']],
		['the older spelling', OLD_PHOTO, [null]],
	])('keeps each of several photos in %s (F4)', (_, fields, comments) => {
		const event = only('message', `{${WHO},"serial_number":1,"type":"photo",${fields}}`);
		expect(event.message).toMatchObject({ type: 'image', text: '', truncated: false });
		expect(event.message?.attachments.map(({ comment }) => comment)).toEqual(comments);
		expect(event.message?.attachments[0]).toMatchObject({
			type: 'image',
			url: 'https://www.kakaocorp.com/page/favicon.ico',
			fileName: null,
			size: null,
		});
	});

	test.each(['video', 'audio', 'file'])('keeps a %s', (type) => {
		const event = only('message', `{${WHO},"serial_number":1,"type":"${type}","contents":[{"url":"https://k/1"}]}`);
		expect(event.message).toMatchObject({ type, attachments: [{ type, url: 'https://k/1' }] });
	});

	test('is dated now when its own time is none, and the others still arrive', () => {
		for (const time of ['"soon"', '1e300', '-5', 'null']) {
			const event = only('message', `{${WHO},"serial_number":1,"type":"text","contents":["hi"],"time":${time}}`);
			expect(event.occurredAt).toBe('2026-11-21T12:00:00.000+09:00');
		}
	});

	test('belongs to the day before until four in the morning, as Kakao bills it', () => {
		const at = (clock: string) =>
			only('message', `{${WHO},"type":"text","contents":["hi"],"time":${Date.parse(`2026-11-21T${clock}+09:00`)}}`)
				.session.billingDay;
		expect(at('03:59:59')).toBe('2026-11-20');
		expect(at('04:00:00')).toBe('2026-11-21');
	});
});

describe('a consult that begins', () => {
	test('tells what the consult button carried, also in Korean (F1)', () => {
		const event = only('reference', F1);
		expect(event).toMatchObject({ event: 'session.started', session: { id: '163755146', state: 'open' } });
		expect(event.entry).toEqual({
			extra: '메타 정보',
			params: {},
			startedByBot: true,
			botEvent: null,
			carriedOver: false,
		});
	});

	test('is one start when Kakao tells it several times, and another one at another time', () => {
		const later = F1.replace('1654738690219', '1654738690220');
		expect(only('reference', F1).eventId).toBe(only('reference', F1).eventId);
		expect(only('reference', later).eventId).not.toBe(only('reference', F1).eventId);
	});

	test('does not take an earlier button for its own', () => {
		const event = only('reference', `{${WHO},"session_id":"1","reference":{},"last_reference":{"extra":"order_1"}}`);
		expect(event.entry).toMatchObject({ extra: null, params: {}, carriedOver: true });
	});

	test.each(['extra', 'text'])('reads names and values from %s', (field) => {
		const event = only('reference', `{${WHO},"session_id":"1","reference":{"${field}":"order_A12__from_mail"}}`);
		expect(event.entry?.params).toEqual({ order: 'A12', from: 'mail' });
	});
});

describe('a consult that ends', () => {
	test('cannot be answered any more (F5)', () => {
		const event = only('expired_session', `{${WHO},"session_id":"163755146"}`);
		expect(event).toMatchObject({
			event: 'session.ended',
			eventId: `${SENDER}:ended:163755146`,
			session: { id: '163755146', state: 'ended', endedReason: null },
			reply: { canReply: false },
		});
	});

	test('keeps the hub’s own word for why', () => {
		expect(only('expired_session', `{${WHO},"session_id":1,"end_type":"USER"}`).session).toMatchObject({
			id: '1',
			endedReason: 'USER',
		});
	});
});

describe('nobody’s business', () => {
	test.each([
		['a ping of the address itself', '', ''],
		['an end without a body', 'expired_session', ''],
		['something that is no JSON', 'message', 'hello'],
		['a list', 'message', `[${F2}]`],
		['an unknown path', 'messages', F2],
		['a call without a user', 'message', `{"sender_key":"${SENDER}","type":"text","contents":["hi"]}`],
		['a call without a channel', 'message', `{"user_key":"${USER}","type":"text","contents":["hi"]}`],
		['a hub’s own kind', 'message', `{${WHO},"type":"custInfo","content":"{}"}`],
	])('%s starts no workflow and breaks none', (_, suffix, body) => {
		expect(events(suffix, body)).toEqual([]);
	});

	test('no call proves itself: the secret address must do', () => {
		expect(reception).toMatchObject({ proof: 'none', suffixes: ['message', 'reference', 'expired_session'] });
		expect(reception.verify(call('message', F2), '', NOW)).toBe('genuine');
	});

	test('whatever comes in, reading it throws nothing', () => {
		fc.assert(
			fc.property(fc.json(), fc.constantFrom('message', 'reference', 'expired_session'), (body, suffix) => {
				expect(() => events(suffix, body)).not.toThrow();
				const within = `{${WHO},"type":"photo","contents":${body},"reference":${body},"time":${body}}`;
				expect(events(suffix, within)).toHaveLength(1);
			}),
		);
	});
});

describe('what a consult button carries', () => {
	const names = fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{0,5}$/);

	test('comes back as it was, Korean and blanks included', () => {
		const params = fc.dictionary(names, fc.string({ minLength: 1, maxLength: 8, unit: 'grapheme' }), {
			minKeys: 1,
			maxKeys: 3,
		});
		fc.assert(
			fc.property(params, (given) => {
				const encoded = encodeMetadata(given);
				if ('why' in encoded) return;
				expect(encoded.extra).toMatch(/^[A-Za-z0-9_]{1,50}$/);
				const body = `{${WHO},"session_id":"1","reference":{"extra":"${encoded.extra}"}}`;
				expect({ ...only('reference', body).entry?.params }).toEqual({ ...given });
			}),
		);
	});

	test('of another make is handed on unread and breaks nothing', () => {
		fc.assert(
			fc.property(fc.string(), (extra) => {
				expect(() => decodeMetadata(extra)).not.toThrow();
			}),
		);
		expect(decodeMetadata('{"order":1}')).toEqual({});
	});
});
