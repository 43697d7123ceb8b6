import { expect, test } from 'vitest';

import type { ConsultOutcome, Notice } from '../../../../kakao/consult/contract';
import type { ReplyTarget } from '../../../../kakao/consult/event';
import type { Conversation } from '../../../../kakao/delivery/conversation';
import { expectHelp, toFile, type SpeakingBench } from '../bench.mts';
import { startInbox } from '../inbox.mts';
import { RECEIPT } from '../pictures.mts';

const NOTICES: readonly Notice[] = ['S1', 'S2', 'S3', 'S4'];
const RICH = {
	text: '안내',
	buttons: [{ type: 'WL', name: '보기', linkMobile: 'https://shop.example.com' }],
	quickReplies: [],
} as const;

type Deed = (target: ReplyTarget) => Conversation<ConsultOutcome>;

/** Everything that an agent can do at this hub. */
export function deedsOf({ desk, hub }: SpeakingBench): [name: string, deed: Deed][] {
	const { sendFile, sendNotice, block } = desk;
	const picture = toFile('image', RECEIPT.name, 'image/png', RECEIPT.bytes);
	return [
		['a text', (target) => desk.sendText(target, '안녕하세요', 'deed-text')],
		['a rich bubble', (target) => desk.sendRich(target, RICH, 'deed-rich')],
		...(hub.capabilities.sends.image && sendFile
			? [['a picture', (target) => sendFile(target, picture, 'deed-file')] satisfies [string, Deed]]
			: []),
		...(sendNotice ? [['a notice', (target) => sendNotice(target, 'S1', 'deed-notice')] satisfies [string, Deed]] : []),
		['the end', (target) => desk.end(target, null)],
		...(hub.capabilities.endsWithBot
			? [['the hand-over to the chatbot', (target) => desk.end(target, 'refund')] satisfies [string, Deed]]
			: []),
		...(block ? [['a block', (target) => block(target, true)] satisfies [string, Deed]] : []),
	];
}

/** Where somebody listened a moment ago. */
async function deafAddress(): Promise<string> {
	const { url, close } = await startInbox(() => Promise.reject(new Error('nobody')));
	await close();
	return new URL(url).origin;
}

/** Notices, and what becomes of answers that cannot reach anybody. */
export function answering(bench: SpeakingBench): void {
	const { desk, customer } = bench;
	const { sendNotice } = desk;

	if (sendNotice)
		test.each(NOTICES)('the automatic notice %s is shown in Kakao’s own words', async (notice) => {
			const target = await bench.begin();
			expect(await bench.talk(sendNotice(target, notice, `notice-${notice}`))).toMatchObject({
				outcome: 'sent',
				reason: null,
			});
			expect((await customer.sees()).map(({ bubble }) => bubble)).toMatchObject([
				{ kind: 'notice', notice, text: expect.stringMatching(/./) },
			]);
		});

	test.each(deedsOf(bench))('an unknown customer is told about, never thrown over: %s', async (_, deed) => {
		const target = await bench.begin();
		const outcome = await bench.talk(
			deed({ ...target, userKey: 'NobodyAtAll1', chatId: target.chatId && 'nobody00000000000000' }),
		);
		expect(outcome).toMatchObject({ outcome: 'rejected', messageId: null, reason: { retryable: false } });
		expectHelp(outcome);
		expect(await customer.sees()).toEqual([]);
		expect((await customer.chat()).state).toBe('consult');
	});

	if (bench.senderKey)
		test.each(deedsOf(bench))('a wrong sender key is told about, never thrown over: %s', async (_, deed) => {
			const target = await bench.begin();
			const outcome = await bench.talk(deed({ ...target, senderKey: `${bench.senderKey.slice(0, -2)}99` }));
			expect(outcome).toMatchObject({ outcome: 'rejected', messageId: null });
			expect(outcome.reason?.kind).toMatch(/^(?:channel|credential)$/);
			expectHelp(outcome);
			expect((await customer.chat()).state).toBe('consult');
		});

	test.each(bench.keys)(
		'with a wrong %s nothing is said, and the person learns that the keys are wrong',
		async (field) => {
			const target = await bench.begin();
			const keys = { ...bench.credential, baseUrl: bench.credential.baseUrl!, [field]: 'wrong-key-0001' };
			for (const [, deed] of deedsOf(bench)) {
				const outcome = await bench.talk(deed(target), {}, keys);
				expect(outcome).toMatchObject({ outcome: 'rejected', reason: { kind: 'credential' } });
				expectHelp(outcome);
			}
			expect(await customer.sees()).toEqual([]);
		},
	);

	test('when nobody listens at the hub’s address it may be tried again, because nothing was said', async () => {
		const target = await bench.begin();
		const keys = { ...bench.credential, baseUrl: await deafAddress() };
		for (const [, deed] of deedsOf(bench)) {
			const outcome = await bench.talk(deed(target), {}, keys);
			expect(outcome).toMatchObject({ outcome: 'rejected', reason: { retryable: true } });
			expectHelp(outcome);
		}
	});
}
