import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type LocalKakao, startLocalKakao } from '../../tools/n8n/localKakao.mts';
import { connectTriggers } from '../../tools/start/connect.mts';
import { furnish, workflowFiles } from '../../tools/start/furnish.mts';
import { TestBrowser } from '../harness/browser.mts';
import { clockAhead, untilHourInKorea, WORKDAYS } from '../harness/n8nClock.mts';
import { RealN8n } from '../harness/realN8n.mts';
import { CustomerPhone } from './consultPhone.mts';

const [SHOP, HELP, TALK] = ['@kakaoshop', '@kakaoshop_cs', '@kakaoshop_talk'] as const;
const STAFF = '01077770900';
const PRIVACY = '개인정보 처리를 안내해 드립니다';
const NOT_UNDERSTOOD = '제가 답할 수 있는 내용이 아니에요';

let browser: TestBrowser;
let page: Page;
let kakao: LocalKakao;
let n8n: RealN8n;

beforeAll(async () => {
	browser = await TestBrowser.start();
	page = await browser.page({ width: 1180, height: 900 });
});
afterAll(async () => {
	await browser?.stop();
});

/** What `npm start` does, at some hour for n8n. The local Kakao's clock is the real one. */
async function start(aheadMs: number): Promise<void> {
	kakao = await startLocalKakao(0);
	n8n = await RealN8n.start(clockAhead(aheadMs));
	await furnish(n8n.rest, kakao.credentials, { phone: kakao.phoneUrl, door: 'http://127.0.0.1:5677' });
	await connectTriggers(kakao, workflowFiles(), n8n.url);
	// Its calls are signed with the time, and n8n turns away what is hours old.
	await fetch(`${kakao.phoneUrl}/api/hubs/behaviour`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ hub: 'talkBridge', timestampOffsetSeconds: Math.round(aheadMs / 1000) }),
	});
	await untilListening();
	await page.goto(kakao.phoneUrl, { waitUntil: 'domcontentloaded' });
}

/** n8n activates workflows in its own time. */
async function untilListening(): Promise<void> {
	const paths = ['consult-desk/consult/message', 'consult-follow-up/consult', 'lead-link/consult'];
	const listening = async () =>
		await Promise.all(
			paths.map(async (path) => (await fetch(`${n8n.url}/webhook/${path}`, { method: 'POST' })).status !== 404),
		);
	await vi.waitFor(async () => expect(await listening()).not.toContain(false), { timeout: 60_000, interval: 200 });
}

async function stop(): Promise<void> {
	await n8n?.stop();
	await kakao?.stop();
}

const phone = async (number: string) => await CustomerPhone.open(page, number);

/** What has been sent through dealers. */
const messages = async () => (await (await fetch(`${kakao.phoneUrl}/api/messages`)).json()) as unknown[];

/** Fills in the staff's form, and gives the title and text of the page that follows. */
async function answerIn(form: Page, words: string, next: string): Promise<string> {
	await form.locator('textarea').fill(words);
	// The first choice is made already, and a click would take it back.
	const choice = form.getByLabel(next);
	if (!(await choice.isChecked())) await form.getByText(next).click();
	await form.locator('#submit-btn').click();
	await form.locator('.header h1').filter({ hasNotText: 'Answer the customer' }).waitFor();
	const said = await form.innerText('body');
	await form.close();
	return said;
}

describe('on a working day at 14:00', () => {
	beforeAll(async () => {
		await start(untilHourInKorea(14, WORKDAYS));
	});
	afterAll(stop);

	it('the follow-up leaves the customer in peace at first', async () => {
		const asks = async (number: string) => {
			const customer = await phone(number);
			await customer.enter(TALK);
			await customer.write('환불은 언제 되나요?');
			await customer.answerAsAgent('내일 환불됩니다.');
			return customer;
		};
		await asks('01012345678');
		expect(await messages()).toEqual([]);
		await asks('01000003020');
		await asks('01050000006');
		await asks('01000004001');
		await (await asks('01000002002')).write('감사합니다');
		await (await asks('01000002001')).answerAsAgent('오전에 됩니다.');
	});

	describe('the consult desk', () => {
		it('says what becomes of personal data before its first answer, and answers by words and by quick reply', async () => {
			const customer = await phone('01050000001');
			await customer.enter(SHOP);
			await customer.write('배송 언제 와요?');
			await customer.hears('1~2일 안에 도착합니다');
			expect(await customer.answers()).toEqual([
				expect.stringContaining(PRIVACY),
				expect.stringContaining('1~2일 안에 도착합니다'),
			]);
			expect(await customer.at('consult-button').allTextContents()).toEqual(['개인정보 처리방침', '배송 조회하기']);
			await customer.tapQuickReply('영업시간');
			await customer.hears('평일 9시부터 18시까지');
			await customer.write('주차 되나요');
			await customer.hears(NOT_UNDERSTOOD);
		});

		it('hands a question over to the staff, whose answers and whose end the customer sees', async () => {
			const customer = await phone('01050000002');
			await customer.enter(SHOP);
			await customer.write('식기세척기에 넣어도 되나요?');
			await customer.hears(NOT_UNDERSTOOD);
			await customer.tapQuickReply('상담원 연결');
			await customer.sees('S4');

			const staff = await phone(STAFF);
			const first = await staff.tapButtonOf('식기세척기에 넣어도 되나요?');
			expect(await answerIn(first, '네, 넣으셔도 됩니다.', 'Keep the consult open')).toContain(
				'The consult stays open',
			);
			await customer.hears('네, 넣으셔도 됩니다.');

			await customer.write('뚜껑도요?');
			const second = await staff.tapButtonOf('뚜껑도요?');
			expect(await answerIn(second, '뚜껑은 손으로 씻어 주세요.', 'End the consult')).toContain(
				'the consult has ended',
			);
			await customer.hears('뚜껑은 손으로 씻어 주세요.');
			await customer.sees('ED');
			expect(await customer.answers(), 'the bot keeps quiet while a person answers').toHaveLength(4);
		});

		it('hands a customer back to the bot', async () => {
			const customer = await phone('01050000003');
			await customer.enter(SHOP);
			await customer.write('상담원이랑 얘기할래요');
			const form = await (await phone(STAFF)).tapButtonOf('상담원이랑 얘기할래요');
			expect(await answerIn(form, '봇에게 물어보세요.', 'Hand back to the bot')).toContain('now the bot answers');
			await customer.hears('챗봇입니다. (블록 이벤트: welcome)');
		});

		it('tells the staff when the customer has left in the meantime, and when the form was opened by itself', async () => {
			const customer = await phone('01050000004');
			await customer.enter(SHOP);
			await customer.write('직원 있어요?');
			const form = await (await phone(STAFF)).tapButtonOf('직원 있어요?');
			await customer.leave();
			expect(await answerIn(form, '네, 있습니다.', 'Keep the consult open')).toContain('the customer has left');

			const bare = await page.context().newPage();
			await bare.goto(`${n8n.url}/form/consult-answer`);
			expect(await answerIn(bare, '누구세요?', 'Keep the consult open')).toContain('Reply To is empty');
		});
	});

	describe('the lead link', () => {
		it('tells strangers how to link, greets a member by name, and knows that name from then on', async () => {
			const customer = await phone('01050000005');
			await customer.enter(HELP);
			await customer.write('주문을 취소해 주세요');
			await customer.hears('아직 어느 회원이신지 모릅니다');
			await customer.enter(HELP, 'mid_1001');
			await customer.hears('홍길동님, 안녕하세요! VIP 회원이시네요.');
			await customer.write('주문을 취소해 주세요');
			await customer.hears('홍길동님, 남겨 주신 문의를 받았습니다. VIP 회원님');
		});

		it("builds each member's own button and QR code", async () => {
			const id = await n8n.rest.run('lead-link', 'When clicking ‘Execute workflow’');
			const { runData, status, error } = await n8n.rest.waitFor(id);
			expect(status, error?.message).toBe('success');
			const items = runData['Button of Each Member']?.[0]?.data?.main?.[0] ?? [];
			expect(items.map(({ json }) => [json['name'], json['link']])).toEqual([
				['홍길동', 'https://bizmessage.kakao.com/chat/open/@kakaoshop_cs?extra=mid_1001'],
				['김서연', 'https://bizmessage.kakao.com/chat/open/@kakaoshop_cs?extra=mid_1002'],
				['이준호', 'https://bizmessage.kakao.com/chat/open/@kakaoshop_cs?extra=mid_1003'],
			]);
			expect(items.map(({ binary }) => binary?.['data']?.mimeType)).toEqual(['image/png', 'image/png', 'image/png']);
		});
	});

	it('the follow-up reaches those who have not answered, by AlimTalk or as a text message, and nobody else', async () => {
		/** The last node of each execution, in the order in which the agent answered. */
		const ends = async () => {
			const ids = (await n8n.rest.executionIds('consult-follow-up')).reverse();
			return await Promise.all(ids.map(async (id) => (await n8n.rest.execution(id)).lastNode));
		};
		await expect
			.poll(ends, { timeout: 90_000, interval: 500 })
			.toEqual([
				'AlimTalk Delivered',
				'Text Message Delivered',
				'No Phone Number',
				'Channel Talk Did It',
				'Customer Has Written',
				'A Later Answer Counts',
				'AlimTalk Delivered',
			]);
		const seen = async (number: string, testId: string) =>
			await (await phone(number)).at(testId).getByText('문의하신 내용에 답변을 드렸습니다.').waitFor();
		await seen('01012345678', 'bubble');
		await seen('01000003020', 'sms');
	});
});

describe('at 23:00', () => {
	beforeAll(async () => {
		await start(untilHourInKorea(23));
	});
	afterAll(stop);

	it('the consult desk still answers what it can, sends who wants a person away politely, and tells no staff', async () => {
		const customer = await phone('01050000007');
		await customer.enter(SHOP);
		await customer.write('몇 시까지 하나요?');
		await customer.hears('평일 9시부터 18시까지');
		await customer.tapQuickReply('상담원 연결');
		await customer.sees('S1');
		await customer.sees('ED');
		expect(await messages()).toEqual([]);
	});

	it('goes on after "clear all" on the phone page', async () => {
		await page.getByTestId('clear-all').click();
		await page.getByTestId('confirm-yes').click();
		await page.getByTestId('confirm-yes').waitFor({ state: 'detached' });
		const customer = await phone('01050000007');
		await customer.enter(SHOP);
		await customer.write('배송 언제 와요?');
		await customer.hears('1~2일 안에 도착합니다');
	});
});
