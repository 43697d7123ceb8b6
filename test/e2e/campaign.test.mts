import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { SandboxMessage } from '../../sandbox/world/types.mts';
import { type LocalKakao, startLocalKakao } from '../../tools/n8n/localKakao.mts';
import { openDoor } from '../../tools/start/door.mts';
import { furnish } from '../../tools/start/furnish.mts';
import { TestBrowser } from '../harness/browser.mts';
import { clockAhead, untilHourInKorea } from '../harness/n8nClock.mts';
import { RealN8n } from '../harness/realN8n.mts';

const WORKFLOW = 'friend-campaign';
const HEADLINE = '이번 주말, 전 상품 할인!';
const RECIPIENTS = 8;
/** What becomes of the other five customers, whatever the hour. */
const LEFT_OUT = [
	'1 × rejected · 발송 불가: To is a landline or service number.',
	'1 × skipped · 제외: No consent to advertising is on record.',
	'1 × skipped · 제외: The consent is older than 730 days.',
	'2 × skipped · 제외: This person has opted out of advertising.',
];

let browser: TestBrowser;
/** One for all tests: a Chromium of a single process, such as the packaged one, ends with its first page. */
let page: Page;

beforeAll(async () => {
	browser = await TestBrowser.start();
	page = await browser.page({ width: 1180, height: 900 });
});
afterAll(async () => {
	await browser?.stop();
});

describe.each([
	{ when: 'by day', hour: 14, sent: [/^1 × failed · 실패: /, /^1 × failed · 실패: /, /^6 × delivered · 도착$/] },
	{ when: 'at night', hour: 23, sent: [/^8 × held until 08:00 · 아침 8시까지 보류: It is night in Korea\./] },
])('the campaign workflow $when', ({ hour, sent }) => {
	let kakao: LocalKakao;
	let n8n: RealN8n;
	let door: Awaited<ReturnType<typeof openDoor>>;

	beforeAll(async () => {
		kakao = await startLocalKakao(0);
		// n8n alone says whether it is night: the local Kakao's clock is the real one.
		await post('/api/night', { mode: 'never' });
		n8n = await RealN8n.start(clockAhead(untilHourInKorea(hour)));
		door = await openDoor(n8n.url, [WORKFLOW], WORKFLOW);
		await furnished();
		await n8n.rest.activate(WORKFLOW);
		const ready = async () => (await fetch(`${n8n.url}/form/weekend-campaign`)).status;
		await vi.waitFor(async () => expect(await ready()).toBe(200), { timeout: 60_000, interval: 200 });
	});

	afterAll(async () => {
		await door?.close();
		await n8n?.stop();
		await kakao?.stop();
	});

	const furnished = async () => await furnish(n8n.rest, kakao.credentials, { phone: kakao.phoneUrl, door: door.url });

	const post = async (path: string, body: unknown) =>
		await fetch(kakao.phoneUrl + path, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(body),
		});

	const messages = async () => (await (await fetch(`${kakao.phoneUrl}/api/messages`)).json()) as SandboxMessage[];

	/** Fills in the first form as it is, and gives what the approval page says. */
	async function preview(): Promise<string> {
		await page.goto(`${n8n.url}/form/weekend-campaign`, { waitUntil: 'domcontentloaded' });
		await page.locator('#submit-btn').click();
		await page.getByText('Nothing has been sent yet').waitFor();
		return await page.innerText('body');
	}

	/** Answers on the approval page, and gives the counts of the last one: `2 × skipped: why`. */
	async function answer(label: string, title: string): Promise<string[]> {
		await page.getByText(label).click();
		await page.locator('#submit-btn').click();
		await page.getByRole('heading', { name: title }).waitFor();
		return (await page.innerText('body'))
			.split('\n')
			.filter((line) => /^\d+ × /.test(line))
			.sort();
	}

	it('says who gets it and who does not, and a No sends nothing to anybody', async () => {
		const said = await preview();
		expect(said).toContain(`${RECIPIENTS} of 13`);
		expect(said).toContain('2 × This person has opted out of advertising.\n01089012345, 01024681357');
		expect(said).toContain('1 × No consent to advertising is on record.\n01078901234');
		expect(said).toContain('1 × To is a landline or service number.\n02-345-6789');
		expect(said, 'the drawn message').toContain(`${HEADLINE}\n\n최유진님, 토요일과`);
		expect(said, 'what the node calls the picture by itself').not.toContain('download:');
		const width = async () =>
			await page
				.locator('img')
				.first()
				.evaluate((image) => (image as { naturalWidth?: number }).naturalWidth);
		await expect.poll(width, { timeout: 20_000, message: 'the picture' }).toBe(800);

		await answer('No · 아니요', 'Nothing was sent');
		expect(await messages()).toEqual([]);
	});

	it('reaches those who may get it, and the report counts everybody', async () => {
		await preview();
		const report = await answer('Yes, send it', 'Report');
		expect(report.filter((line) => LEFT_OUT.includes(line))).toEqual(LEFT_OUT);
		expect(report.filter((line) => !LEFT_OUT.includes(line))).toEqual(sent.map((line) => expect.stringMatching(line)));

		// At night they wait for 08:00; the button of the phone page does the same.
		await post('/api/scheduled/release', {});
		const state = async (wanted: string) => (await messages()).filter(({ state: each }) => each === wanted).length;
		await expect
			.poll(async () => [await state('delivered'), await state('failed')], { timeout: 20_000 })
			.toEqual([6, 2]);
	});

	it('shows on the phone as the form had it: words, name, picture, coupon and buttons', async () => {
		await page.goto(kakao.phoneUrl, { waitUntil: 'domcontentloaded' });
		const phone = async () => await page.innerText('body');
		// The list of phones shows the words before the chat opens, so each part is waited for.
		for (const part of [
			'홍길동님, 토요일과 일요일',
			'(광고)',
			HEADLINE,
			'20% 할인 쿠폰',
			'세일 상품 보기',
			'가까운 매장 찾기',
		])
			await expect.poll(phone, { timeout: 20_000 }).toContain(part);
		const widths = async () =>
			await page
				.locator('img')
				.evaluateAll((images) => images.map((image) => (image as { naturalWidth?: number }).naturalWidth));
		await expect.poll(widths, { timeout: 20_000 }).toContain(800);
	});

	it('is safe to submit again the same day: nobody gets it twice, and the approval page says so before', async () => {
		const said = await preview();
		expect(said).toContain('0 of 13');
		expect(said).toContain(`${RECIPIENTS} × This number has had its one advertisement`);
		const report = await answer('Yes, send it', 'Report');
		expect(report.filter((line) => !/ × (?:skipped|rejected) · /.test(line))).toEqual([]);
		expect(await messages()).toHaveLength(RECIPIENTS);
	});

	it('keeps what the user has changed when npm start runs again', async () => {
		const before = await n8n.rest.dataTables();
		const { name } = await n8n.rest.request<{ name: string }>('PATCH', `/rest/workflows/${WORKFLOW}`, {
			name: 'My campaign',
		});
		await furnished();
		expect(await n8n.rest.dataTables()).toEqual(before);
		const kept = await n8n.rest.request<{ name: string }>('GET', `/rest/workflows/${WORKFLOW}`);
		expect(kept.name).toBe(name);

		await n8n.rest.removeWorkflow(WORKFLOW);
		await furnished();
		expect(await n8n.rest.workflowIds(), 'a workflow that the user has thrown away, to begin anew').toContain(WORKFLOW);
		expect(await n8n.rest.dataTables()).toEqual(before);
	});
});
