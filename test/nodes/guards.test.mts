import { describe, expect, test } from 'vitest';

import { outcomesOf, preview } from './helpers.mts';
import { jsonOf, stage, THREE } from './kakao.mts';

const kakao = stage();
const rows = (count: number) =>
	Array.from({ length: count }, (_, at) => ({ to: `010${20000000 + at}`, ...THREE, ceiling: 2 }));
const ceiling = (maxRecipients: unknown) => ({ parameters: { options: { maxRecipients: maxRecipients as number } } });

describe('the ceiling on recipients', () => {
	test.each([
		[3, 3],
		['={{ 3 }}', 3],
		['={{ $json.ceiling + 1 }}', 3],
	])('%j lets as many through as it says, and stops one more before the first message', async (limit, allowed) => {
		expect(outcomesOf(await kakao.run(rows(allowed), ceiling(limit)))).toEqual(Array(allowed).fill('accepted'));
		const { error } = await kakao.run(rows(allowed + 1), { ...ceiling(limit), executionId: '2' });
		expect(error?.message).toContain(`${allowed + 1} messages are more than the ${allowed}`);
		expect(error?.description).toContain('Max Recipients');
		expect(await kakao.messages()).toHaveLength(allowed);
	});

	test.each([0, -1, 'many', '={{ $json.nothing }}', null])('%j does not switch it off', async (limit) => {
		const { error } = await kakao.run(rows(1001), ceiling(limit));
		expect(error?.message).toContain('1001 messages are more than the 1000');
		expect(await kakao.messages()).toEqual([]);
	});

	test('raised to 2,500, 2,500 go out in one run', async () => {
		const run = await kakao.run(rows(2500), ceiling(2500));
		expect(new Set(outcomesOf(run))).toEqual(new Set(['accepted']));
		expect(await kakao.messages()).toHaveLength(2500);
	});

	test('several numbers in one row count as several', async () => {
		const { error } = await kakao.run([{ to: '01011110001,01011110002,01011110003', ...THREE }], ceiling(2));
		expect(error?.message).toContain('3 messages are more than the 2');
	});

	test.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
		'it holds with On Error "%s" and Retry On Fail too',
		async (onError) => {
			await kakao.run(rows(3), {
				...ceiling(2),
				node: { onError, retryOnFail: true, maxTries: 2, waitBetweenTries: 1 },
			});
			expect(await kakao.messages()).toEqual([]);
		},
	);

	test('a preview is not held up by it', async () => {
		expect(await preview(kakao, rows(3), ceiling(2))).toHaveLength(3);
	});
});

describe('as a tool of an AI agent', () => {
	const type = 'n8n-nodes-kakao-business.kakaoAlimTalkSend';

	test('the node offers itself, but the report trigger does not', () => {
		expect(kakao.host.nodeType(type).description.usableAsTool).toBe(true);
		expect(
			kakao.host.nodeType('n8n-nodes-kakao-business.kakaoDeliveryReportTrigger').description.usableAsTool,
		).toBeFalsy();
	});

	test('what the model fills in reaches the customer like any other value, and is checked like any other', async () => {
		const parameters = {
			to: "={{ $fromAI('to', 'phone number', 'string') }}",
			variables: {
				mappingMode: 'defineBelow',
				value: {
					이름: "={{ $fromAI('name', '', 'string') }}",
					항목: '={{ $fromAI("item", ``, "string", "문의") }}',
					번호: 'A-1',
				},
			},
		};
		const asked = { query: { to: '010-1111-0001', name: '홍길동' } };
		expect(outcomesOf(await kakao.run([asked], { parameters }))).toEqual(['accepted']);
		expect((await kakao.messages())[0]?.bubble.text).toBe(
			'홍길동님, 요청하신 문의 처리가 완료되었습니다.\n접수번호: A-1',
		);
		const { error } = await kakao.run([{ query: { to: '모름', name: '{{ name }}' } }], {
			parameters,
			executionId: '2',
		});
		expect(error?.message).toContain('Nothing was sent');
		expect(await kakao.messages()).toHaveLength(1);
	});

	test('the ceiling stops an agent that was talked into a long list', async () => {
		const to = Array.from({ length: 11 }, (_, at) => `010111100${10 + at}`).join(', ');
		const parameters = { to: "={{ $fromAI('to') }}", options: { maxRecipients: 10 } };
		const { error } = await kakao.run([{ query: { to }, ...THREE }], { parameters });
		expect(error?.message).toContain('11 messages are more than the 10');
		expect(await kakao.messages()).toEqual([]);
	});
});

test('values that read like advertising are pointed out, and the message goes out all the same', async () => {
	const row = { to: '01011110001', ...THREE, 항목: '깜짝 할인 쿠폰' };
	const { outputs, hints } = await kakao.run([row]);
	expect(jsonOf(outputs[0])).toMatchObject([{ outcome: 'accepted' }]);
	expect(hints.map(({ message }) => message).join()).toContain('할인, 쿠폰');
	const preview = await kakao.run([row], { parameters: { operation: 'preview' } });
	expect(jsonOf(preview.outputs[0])[0]?.warnings).toContainEqual(expect.stringContaining('할인, 쿠폰'));
});
