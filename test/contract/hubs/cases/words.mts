import { expect, test } from 'vitest';

import type { HubBench, SpeakingBench } from '../bench.mts';
import { expectHelp } from '../bench.mts';

const TEXTS: readonly (readonly [string, string])[] = [
	['Korean', '안녕하세요, 주문하신 상품이 오늘 출고되었습니다.'],
	['emoji', '감사합니다 👍🏽👨‍👩‍👧‍👦 ❤️ 🇰🇷'],
	['several lines', '첫째 줄\n\n  둘째 줄은 들여쓰기\n끝'],
	['signs that are markup elsewhere', '1 < 2 & 3 > 2 <b>"따옴표"</b> &amp; \\ {"a":[1]} #{이름} %20'],
	['1,000 characters', '가나다라마바사아자차'.repeat(100)],
	['a number of 19 digits', '송장번호 2914978254845711401 입니다'],
];

/** What customers write, as the flow gets it. */
export function wordsOfCustomers(bench: HubBench): void {
	const { tells } = bench;

	test.each(TEXTS)('what a customer writes arrives word for word: %s', async (_, words) => {
		await bench.customer.write(words);
		const [event] = await bench.until('message.received');
		expect(event?.message).toMatchObject({ type: 'text', text: words, truncated: false, attachments: [] });
		expect(event?.session.state).toBe('open');
	});

	test('of a text of more than 1,000 characters nothing is lost', async () => {
		const words = Array.from({ length: 300 }, (_, at) => `${at}번째 문장.`).join(' ');
		await bench.customer.write(words);
		const [event] = await bench.until('message.received');
		const { text = '', truncated, longTextUrl, attachments } = event!.message!;
		if (tells.longText === 'whole') {
			expect({ text, truncated, longTextUrl }).toEqual({ text: words, truncated: false, longTextUrl: null });
			return;
		}
		expect(words.startsWith(text)).toBe(true);
		const address = tells.longText === 'file' ? longTextUrl : attachments[0]?.url;
		expect(truncated).toBe(tells.longText === 'file');
		expect(await (await fetch(address!)).text()).toBe(words);
	});

	test('messages sent right after one another keep their order, and none is taken for another', async () => {
		const written = await Promise.all(Array.from({ length: 8 }, async (_, at) => await bench.customer.write(`${at}`)));
		const serials = new Map(
			written.flat().map(({ serial, bubble }) => [bubble.kind === 'text' && bubble.text, serial]),
		);
		const events = await bench.until('message.received', 8);
		const { messages } = await bench.customer.chat();
		const inRoom = messages
			.filter(({ from }) => from === 'customer')
			.map(({ bubble }) => bubble.kind === 'text' && bubble.text);
		expect(events.map(({ message }) => message?.text)).toEqual(inRoom);
		expect(new Set(events.map(({ message }) => message?.id)).size).toBe(8);
		const ids = events.flatMap(({ eventId, alsoKnownAs }) => [eventId, ...alsoKnownAs]);
		expect(new Set(ids).size).toBe(ids.length);
		// Kakao's numbers have 64 bits, and neighbours differ in the last digit.
		if (tells.serials) for (const { message } of events) expect(message?.id).toBe(serials.get(message!.text));
	});

	test('when many customers write at once each message comes once, under its own customer', async () => {
		const customers = 30;
		const firstNumber = '01080000000';
		await bench.control('POST', '/api/consult/burst', { customers, messages: 60, channel: '@kakaoshop', firstNumber });
		const events = await bench.until('message.received', 60);
		expect(events).toHaveLength(60);
		const byCustomer = Map.groupBy(events, ({ user }) => user.userKey);
		expect(byCustomer.size).toBe(customers);
		const said = [...byCustomer.values()].map((own) => own.map(({ message }) => message?.text));
		const expected = Array.from({ length: customers }, (_, at) => {
			const number = String(BigInt(firstNumber) + BigInt(at)).padStart(11, '0');
			return [1, 2].map((nth) => `${number} 님의 ${nth}번째 문의`);
		});
		expect(said.sort()).toEqual(expected.sort());
	});
}

/** What the flow answers, as the customer sees it. */
export function wordsOfAgents(bench: SpeakingBench): void {
	const { desk, customer } = bench;

	test.each(TEXTS)('an answer stands in the customer’s room word for word: %s', async (_, words) => {
		const target = await bench.begin();
		const outcome = await bench.talk(desk.sendText(target, words, 'answer-1'));
		expect(outcome).toMatchObject({ outcome: 'sent', messageId: expect.stringMatching(/./), reason: null });
		expect((await customer.sees()).map(({ bubble }) => bubble)).toMatchObject([{ kind: 'text', text: words }]);
	});

	test.each([
		['1,001 characters', '가'.repeat(1001)],
		['nothing', ''],
		['blanks', ' \n '],
	])('a text that Kakao does not take is not even sent, and says why: %s', async (_, words) => {
		const target = await bench.begin();
		const outcome = await bench.talk(desk.sendText(target, words, 'answer-1'));
		expect(outcome).toMatchObject({ outcome: 'rejected', messageId: null, reason: { retryable: false } });
		expectHelp(outcome);
		expect(await bench.requests()).toEqual([]);
		expect(await customer.sees()).toEqual([]);
	});

	test('several answers arrive in the order in which they were given, each with a number of its own', async () => {
		const target = await bench.begin();
		const ids: (string | null)[] = [];
		for (const words of ['하나', '둘', '셋'])
			ids.push((await bench.talk(desk.sendText(target, words, `answer-${words}`))).messageId);
		expect(new Set(ids).size).toBe(3);
		expect((await customer.sees()).map(({ bubble }) => bubble)).toMatchObject([
			{ text: '하나' },
			{ text: '둘' },
			{ text: '셋' },
		]);
	});
}
