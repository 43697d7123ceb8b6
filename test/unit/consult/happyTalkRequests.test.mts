import { describe, expect, test } from 'vitest';

import type { FileUpload, RichBubble } from '../../../kakao/consult/contract';
import { happyTalk } from '../../../kakao/consult/happyTalk';
import { happyTalkV1 } from '../../../kakao/consult/happyTalk/first';
import type { Button } from '../../../kakao/message/template';
import { answer, requestsOf, talk } from '../support/wires.mts';

const target = {
	canReply: true,
	provider: 'happyTalk',
	senderKey: 'S'.repeat(40),
	userKey: 'AbCd1EfGh2Jk',
	chatId: '',
};
const who = { user_key: target.userKey, sender_key: target.senderKey };
const desk = happyTalk.desk!;
const ok = answer({ code: 0 });
const link: Button = {
	type: 'WL',
	name: '주문 보기',
	linkMobile: 'https://m.example.com',
	linkPc: 'https://example.com',
};
const bubble = (parts: Partial<RichBubble> = {}): RichBubble => ({
	text: '안녕',
	buttons: [],
	quickReplies: [],
	...parts,
});
const file = (kind: FileUpload['kind'], size = 3): FileUpload => ({
	bytes: new Uint8Array(size).fill(65),
	name: '견적.bin',
	type: 'application/x-test',
	kind,
});
const rich = (parts: Partial<RichBubble>) => {
	const { result, wishes } = talk(desk.sendRich(target, bubble(parts), 'n1'), () => ok);
	return { result, request: requestsOf(wishes)[0] };
};

describe('what an agent says', () => {
	test('a text reaches the customer as HappyTalk’s third format wants it', () => {
		const { result, wishes } = talk(desk.sendText(target, '안녕하세요', 'n8n_1'), [ok]);
		expect(wishes).toEqual([
			{
				kind: 'ask',
				mode: 'write',
				request: {
					method: 'POST',
					path: '/kakaoWebhook/v3/bzc/chat/send/plain',
					body: { ...who, serial_number: 'n8n_1', chat_bubble_type: 'TEXT', message: '안녕하세요' },
				},
			},
		]);
		expect(result).toMatchObject({ outcome: 'sent', messageId: 'n8n_1', sessionId: null, reason: null });
	});

	test('buttons and a picture with its link stand in one bubble', () => {
		const ask: Button = { type: 'BK', name: '배송 문의', extra: { chatExtra: 'order_1', chatEvent: 'ship' } };
		const form: Button = { type: 'BF', name: '신청', extra: { bizFormKey: 'form1' } };
		const { request } = rich({ buttons: [link, ask, form], image: 'http://k/1.jpg', imageLink: 'https://example.com' });
		expect(request).toEqual({
			method: 'POST',
			path: '/kakaoWebhook/v3/bzc/chat/send/rich',
			body: {
				...who,
				serial_number: 'n1',
				chat_bubble_type: 'IMAGE',
				message: '안녕',
				attachment: {
					buttons: [
						{ name: '주문 보기', type: 'WL', url_mobile: 'https://m.example.com', url_pc: 'https://example.com' },
						{ name: '배송 문의', type: 'BK', extra: 'order_1', event: 'ship' },
						{ name: '신청', type: 'BF', biz_form_key: 'form1' },
					],
					image: { img_url: 'http://k/1.jpg', img_link: 'https://example.com' },
				},
			},
		});
	});

	test('a text without buttons or picture has no empty attachment', () => {
		expect(rich({}).request?.body).toEqual({
			...who,
			serial_number: 'n1',
			chat_bubble_type: 'TEXT',
			message: '안녕',
		});
	});

	test('quick replies go in the first format, the only one that documents them', () => {
		const quickReplies: Button[] = [{ type: 'BK', name: '네', extra: { chatExtra: 'yes', target: 'out' } }];
		expect(rich({ quickReplies, buttons: [link], image: 'http://k/1.jpg' }).request).toEqual({
			method: 'POST',
			path: '/v1/chat/write',
			body: {
				...who,
				serial_number: 'n1',
				message_type: 'LI',
				message: '안녕',
				image_url: 'http://k/1.jpg',
				links: [{ name: '주문 보기', type: 'WL', url_mobile: 'https://m.example.com', url_pc: 'https://example.com' }],
				supplement: { quick_reply: [{ name: '네', type: 'BK', chat_extra: 'yes', target: 'out' }] },
			},
		});
	});

	test.each(['S1', 'S2', 'S3', 'S4'] as const)(
		'notice %s goes out in the words of the biz-message centre',
		(notice) => {
			const { wishes } = talk(desk.sendNotice!(target, notice, 'n1'), [ok]);
			expect(requestsOf(wishes)[0]).toMatchObject({
				path: '/kakaoWebhook/v3/bzc/chat/send/rich',
				body: { ...who, serial_number: 'n1', chat_bubble_type: 'TEXT', auto_answer: notice },
			});
		},
	);
});

describe('a file', () => {
	const IMAGE = answer({ code: '0000', image: 'http://api1-kage.kakao.com/dn/AAAAA/img_l.jpg' });
	const FILE = answer({ code: '0000', file: 'http://k/f_abc123.xlsx', name: 'example.xlsx', size: 9513 });

	test('a picture is uploaded to Kakao first, then shown (F8)', () => {
		const { result, wishes } = talk(desk.sendFile!(target, file('image'), 'n1'), [IMAGE, ok]);
		const [upload, send] = requestsOf(wishes);
		expect(upload).toMatchObject({ method: 'POST', path: '/kakaoWebhook/v3/bzc/image/upload' });
		expect(upload?.headers?.['Content-Type']).toMatch(/^multipart\/form-data; boundary=/);
		const form = Buffer.from(upload?.body as Uint8Array).toString();
		expect(form).toContain(`name="sender_key"\r\n\r\n${target.senderKey}\r\n`);
		expect(form).toContain('name="image"; filename="견적.bin"\r\nContent-Type: application/x-test\r\n\r\nAAA\r\n');
		expect(form).not.toContain('image_type');
		expect(send?.path).toBe('/kakaoWebhook/v3/bzc/chat/send/plain');
		expect(send?.body).toEqual({
			...who,
			serial_number: 'n1',
			chat_bubble_type: 'IMAGE',
			attachment: { image: { img_url: 'http://api1-kage.kakao.com/dn/AAAAA/img_l.jpg' } },
		});
		expect(result).toMatchObject({ outcome: 'sent', messageId: 'n1' });
	});

	test.each(['file', 'video', 'audio'] as const)('a %s goes with its name and size (F8)', (kind) => {
		const [upload, send] = requestsOf(talk(desk.sendFile!(target, file(kind), 'n1'), [FILE, ok]).wishes);
		expect(upload?.path).toBe('/kakaoWebhook/v3/bzc/file/upload');
		expect(Buffer.from(upload?.body as Uint8Array).toString()).toContain(`name="file_type"\r\n\r\n${kind}\r\n`);
		expect(send?.body).toMatchObject({
			chat_bubble_type: kind.toUpperCase(),
			attachment: { file: { file_url: 'http://k/f_abc123.xlsx', file_name: 'example.xlsx', file_size: 9513 } },
		});
	});

	test('a picture for a bubble is uploaded as such', () => {
		const { result, wishes } = talk(desk.upload!(target, file('image')), [IMAGE]);
		expect(Buffer.from(requestsOf(wishes)[0]?.body as Uint8Array).toString()).toContain(
			'name="image_type"\r\n\r\nrich\r\n',
		);
		expect(result).toEqual({ url: 'http://api1-kage.kakao.com/dn/AAAAA/img_l.jpg', name: '견적.bin', size: 3 });
	});
});

describe('the end and the block list', () => {
	const first = (conversation: ReturnType<typeof desk.end>) => requestsOf(talk(conversation, [ok]).wishes)[0];

	test('a plain end', () => {
		expect(first(desk.end(target, null))).toEqual({ method: 'POST', path: '/v1/chat/end', body: who });
	});

	test.each([
		['a bot event', 'welcome', { ...who, bot_event: 'welcome' }],
		['the bot’s own greeting', '', who],
	])('an end with %s hands over to the chatbot', (_, event, body) => {
		expect(first(desk.end(target, event))).toEqual({
			method: 'POST',
			path: '/kakaoWebhook/v3/bzc/chat/endWithBot',
			body,
		});
	});

	test('a customer is blocked and let in again', () => {
		expect(first(desk.block!(target, true))).toEqual({ method: 'POST', path: '/v1/profile/user/block', body: who });
		expect(first(desk.block!(target, false))).toMatchObject({ path: '/v1/profile/user/unblock' });
	});
});

describe('what Kakao would refuse is said before anything is sent', () => {
	const many = (count: number, button = link) => Array.from({ length: count }, () => button);

	test.each<[string, Partial<RichBubble>, RegExp]>([
		['no text beside a picture', { text: ' ', image: 'http://k/1.jpg' }, /no text/],
		['a text too long', { text: '가'.repeat(1001) }, /1001 characters; 1000/],
		['six buttons', { buttons: many(6) }, /6 buttons; 5/],
		['a long button name', { buttons: [link, { ...link, name: '가'.repeat(29) }] }, /button 2 has 29.*28/],
		['a button without a name', { buttons: [{ ...link, name: '' }] }, /Button 1 has no name/],
		['a long app link', { buttons: [{ ...link, schemeIos: 'a'.repeat(1001) }] }, /1001 characters; 1000/],
		['Korean metadata', { buttons: [{ ...link, extra: { chatExtra: '주문' } }] }, /carries "주문"/],
		['metadata too long', { buttons: [{ ...link, extra: { chatEvent: 'a'.repeat(51) } }] }, /1 to 50/],
		['eleven quick replies', { quickReplies: many(11) }, /11 quick replies; 10/],
		['a long quick reply', { quickReplies: [{ ...link, name: '가'.repeat(15) }] }, /15 characters; 14/],
		['the form of a picture without one', { layout: 'wideImage' }, /no picture/],
		['a picture link that would get lost', { quickReplies: [link], imageLink: 'https://a' }, /no image link/],
	])('%s', (_, parts, words) => {
		const { result, request } = rich(parts);
		expect(request).toBeUndefined();
		expect(result).toMatchObject({ outcome: 'rejected', reason: { codeSpace: 'input', retryable: false } });
		expect(result.reason?.text).toMatch(words);
	});

	test('exactly as much as is allowed goes out', () => {
		const full = { ...link, name: '가'.repeat(14), extra: { chatExtra: 'a'.repeat(50) } };
		expect(rich({ text: '가'.repeat(1000), buttons: many(5, full), quickReplies: many(10, full) }).result.outcome).toBe(
			'sent',
		);
	});

	test.each([
		['an empty text', () => desk.sendText(target, '', 'n1'), /no text/],
		['an empty file', () => desk.sendFile!(target, file('file', 0), 'n1'), /is empty/],
		['a huge picture', () => desk.sendFile!(target, file('image', 5 * 1024 * 1024 + 1), 'n1'), /5121 KB; 5120 KB/],
		['a bot event too long', () => desk.end(target, 'a'.repeat(101)), /101 characters; 100/],
	])('%s', (_, conversation, words) => {
		const { result, wishes } = talk(conversation(), []);
		expect(wishes).toEqual([]);
		expect(result.reason?.text).toMatch(words);
	});

	test('a picture too big for a bubble', () => {
		expect(() => talk(desk.upload!(target, file('image', 500 * 1024 + 1)), [])).toThrow(/501 KB; 500 KB/);
	});
});

test.each([happyTalk, happyTalkV1])(
	'$name is not asked about no channel: it would call the key unknown',
	({ desk: hubs }) => {
		expect(() => talk(hubs!.profile!(''), [])).toThrow('sender key is empty');
	},
);
