import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type LocalKakao, startLocalKakao } from '../../tools/n8n/localKakao.mts';
import { connectTriggers } from '../../tools/start/connect.mts';
import { furnish, workflowFiles } from '../../tools/start/furnish.mts';
import { TestBrowser } from '../harness/browser.mts';
import { RealN8n } from '../harness/realN8n.mts';
import { FriendPhone } from './developersPhone.mts';

const MEMBER = '01012345678';
const PATIENT = { timeout: 40_000, interval: 200 };

let browser: TestBrowser;
let page: Page;
let kakao: LocalKakao;
let n8n: RealN8n;

/** What `npm start` does, and the phone page beside it. */
beforeAll(async () => {
	kakao = await startLocalKakao(0);
	[browser, n8n] = await Promise.all([TestBrowser.start(), RealN8n.start()]);
	page = await browser.page({ width: 1180, height: 900 });
	await furnish(n8n.rest, kakao.credentials, { phone: kakao.phoneUrl, door: 'http://127.0.0.1:5677' });
	await connectTriggers(kakao, workflowFiles(), n8n.url);
	await untilListening();
	await page.goto(kakao.phoneUrl, { waitUntil: 'domcontentloaded' });
});
afterAll(async () => {
	await browser?.stop();
	await n8n?.stop();
	await kakao?.stop();
});

/** n8n activates workflows in its own time. */
async function untilListening(): Promise<void> {
	const paths = ['friend-welcome/channel', 'chatbot-faq/skill', 'consult-desk/consult/message'];
	const listening = async () =>
		await Promise.all(
			paths.map(async (path) => (await fetch(`${n8n.url}/webhook/${path}`, { method: 'POST' })).status !== 404),
		);
	await vi.waitFor(async () => expect(await listening()).not.toContain(false), { timeout: 60_000, interval: 200 });
}

const phone = async (number: string) => await FriendPhone.open(page, number);

/** The nodes through which each run of a workflow went, oldest run first. */
async function ran(workflow: string): Promise<string[][]> {
	const ids = (await n8n.rest.executionIds(workflow)).reverse();
	return await Promise.all(ids.map(async (id) => Object.keys((await n8n.rest.waitFor(id)).runData)));
}

/** A data table, as the editor reads and writes it. */
async function table(name: string) {
	const { id: project } = await n8n.rest.request<{ id: string }>('GET', '/rest/projects/personal');
	const path = `/rest/projects/${project}/data-tables/${(await n8n.rest.dataTables()).get(name)}/rows`;
	type Row = Record<string, string | number | null>;
	const named = (value: string, columnName = 'name') => ({
		type: 'and',
		filters: [{ columnName, condition: 'eq', value }],
	});
	return {
		rows: async () => (await n8n.rest.request<{ data: Row[] }>('GET', path)).data,
		add: async (row: Row) => await n8n.rest.request('POST', path.replace(/rows$/, 'insert'), { data: [row] }),
		change: async (who: string, data: Row) => await n8n.rest.request('PATCH', path, { filter: named(who), data }),
		remove: async (who: string, column?: string) =>
			await n8n.rest.request('DELETE', `${path}?filter=${encodeURIComponent(JSON.stringify(named(who, column)))}`),
	};
}

const optOuts = async () =>
	(await (await table('Opt-outs')).rows()).filter(({ phone: known }) => known === '010-1234-5678');

describe('friends who come and go', () => {
	it('a member who blocks the channel goes on the opt-out list, once, and stays there as a friend, who is greeted by name', async () => {
		const member = await phone(MEMBER);
		await member.blockChannel();
		await expect.poll(optOuts, PATIENT).toHaveLength(1);
		const [first] = await optOuts();
		await member.addChannel();
		await member.gets(1, '홍길동님, 카카오상점 회원이 되신 것을 환영합니다.');
		await member.blockChannel();
		await expect
			.poll(async () => (await ran('win-back')).map((nodes) => nodes.at(-1)), PATIENT)
			.toEqual(['Opt Out', 'Adding Is No Opt-in', 'Not on the List Yet']);
		expect(await optOuts()).toEqual([first]);
	});

	it('nobody is greeted or taken for another member whose number or user ID is not known', async () => {
		await (
			await table('Channel members')
		).add({ userId: '', phone: '010-5555-0000', name: '로그인 전', joinedAt: null });
		const ends = async () => (await ran('friend-welcome')).flat();
		for (const [number, end] of [
			['01077771234', 'No Phone Number'],
			['01000000402', 'Kakao Gives No User ID'],
		] as const) {
			const stranger = await phone(number);
			await stranger.blockChannel();
			await stranger.addChannel();
			await expect.poll(ends, PATIENT).toContain(end);
		}
		expect((await ends()).filter((node) => node === 'Welcome')).toHaveLength(1);
		const blocked = async () => (await ran('win-back')).filter((nodes) => nodes.includes('Nobody We Know'));
		await expect.poll(blocked, PATIENT).toHaveLength(2);
		expect((await (await table('Opt-outs')).rows()).map(({ phone: known }) => known)).not.toContain('010-5555-0000');
	});

	it('goes on after "clear all" on the phone page', async () => {
		await page.getByTestId('clear-all').click();
		await page.getByTestId('confirm-yes').click();
		await page.getByTestId('confirm-yes').waitFor({ state: 'detached' });
		const member = await phone(MEMBER);
		await member.blockChannel();
		await member.addChannel();
		await member.gets(1, '홍길동님, 카카오상점 회원이 되신 것을 환영합니다.');
	});
});

describe('the chatbot', () => {
	it('answers by words and by quick reply: a text, a list of opening hours, a card', async () => {
		const customer = await phone('01050000011');
		await customer.enterBot();
		await customer.write('배송 언제 와요?');
		await customer.botSays('1~2일 안에 도착합니다');
		await customer.tapQuickReply('영업시간');
		await customer.botSays('매일 10시~21시');
		expect(await customer.at('bot-item').count()).toBe(3);
		await customer.write('교환하고 싶어요');
		await customer.botSays('받으신 날부터 7일');
		await customer.write('주차 되나요');
		await customer.botSays('아직 배우지 못한 질문이에요');
		await customer.tapQuickReply('상품 추천');
		await customer.botSays('답을 찾고 있어요', 'waiting');
		await customer.botSays('어울리는 상품을 골랐어요', 'callback');
		expect(await customer.at('bot-problem').count(), 'what Kakao would have objected to').toBe(0);
	});

	it('hands over to a person: the consult desk takes the chat', async () => {
		const customer = await phone('01050000012');
		await customer.enterBot();
		await customer.write('상담원 있어요?');
		await customer.botSays('상담톡으로 연결해 드려요');
		await customer.at('bot-button').click();
		await customer.hears('개인정보 처리를 안내해 드립니다');
	});
});

describe('the segment', () => {
	/** The lines of the report on one run. */
	async function sync() {
		const id = await n8n.rest.run('segment-sync', 'When clicking ‘Execute workflow’');
		const { runData, status, error } = await n8n.rest.waitFor(id);
		expect(status, error?.message).toBe('success');
		const lines = (runData['One Line per Group'] ?? []).flatMap(({ data }) => data?.main?.[0] ?? []);
		return lines.map(({ json: { change, outcome, asked, succeeded } }) => [change, outcome, asked, succeeded]);
	}
	/** Kakao turns the next call down that begins like this. */
	const refuseOnce = async (path: string) => {
		const { status } = await fetch(`${kakao.phoneUrl}/api/developers/refuse`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ code: -2, path, times: 1 }),
		});
		expect(status).toBe(201);
	};
	const inFile = async () =>
		await page.getByTestId('file-row').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-number')));

	it('is a customer file that follows the table: regulars come, others leave, and a group of which Kakao takes fewer is told', async () => {
		await page.getByTestId('inspector-toggle').click();
		await page.getByTestId('tab-files').click();
		const customers = await table('Customers');
		await customers.change('조현우', { spent: 150_000 });
		expect(await sync(), 'two stand on the opt-out list, whatever their numbers look like').toEqual([
			['added', 'done', 3, 3],
		]);
		await customers.change('조현우', { spent: 0 });
		await (await table('Opt-outs')).remove('010-1234-5678', 'phone');
		expect(await sync()).toEqual([['added', 'done', 4, 4]]);
		await expect.poll(inFile, PATIENT).toEqual(['01023456789', '01034567890', '01056789012', MEMBER]);
		expect(await page.getByTestId('file-column').allTextContents()).toEqual([
			'지역 문자',
			'구매금액 문자',
			'orders 숫자',
		]);

		await customers.change('윤서아', { spent: 150_000 });
		await customers.change('홍길동', { spent: 0 });
		await refuseOnce('/v1/talkchannel/delete');
		expect(await sync()).toEqual([
			['added', 'done', 4, 4],
			['removed', 'rejected', 1, 0],
		]);
		expect(await sync(), 'who was not let go is not forgotten').toEqual([
			['added', 'done', 4, 4],
			['removed', 'done', 1, 1],
		]);
		await expect.poll(inFile, PATIENT).toEqual(['01023456789', '01034567890', '01056789012', '01067890123']);

		await customers.change('한지우', { spent: 150_000 });
		expect(await sync()).toEqual([['added', expect.not.stringMatching('done'), 5, 4]]);
		await customers.remove('한지우');
		await customers.change('강하은', { spent: 150_000 });
		expect(await sync()).toContainEqual(['added', 'rejected', null, null]);
		const members = async () => (await (await table('Segment members')).rows()).map(({ phone: known }) => known);
		expect(await members(), 'Kakao has not said whether she is in the file').toContain('010-0000-2001');
		expect(await members()).not.toContain('02-345-6789');

		for (const who of ['김서연', '이준호', '정도윤', '윤서아', '강하은']) await customers.change(who, { spent: 0 });
		expect(await sync(), 'nobody is left').toEqual([['removed', 'partly', 5, 4]]);
		expect(await members()).toEqual([]);
		await expect.poll(inFile, PATIENT).toEqual([]);
	});
});
