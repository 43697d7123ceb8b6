import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BrandLayout } from '../../sandbox/world/types.mts';
import { addChannel, brandBubble, FULL, LEADS, picture, READ } from './phoneBubbles.mts';
import { NUMBER, PhonePage, SOON, STARTING_MS } from './phonePage.mts';
import { control, eventually } from './support.mts';

const LAYOUTS = Object.keys(FULL) as BrandLayout[];

let phones: PhonePage;
beforeAll(async () => {
	phones = await PhonePage.start();
}, STARTING_MS);
afterAll(() => phones?.stop());
beforeEach(() => control(phones.sandbox, 'POST', '/api/reset'));

/** What the owner of a phone sees of advertising, in a real browser. */
describe('a Brand Message on the phone page', () => {
	const settings = (differ: object) => control(phones.sandbox, 'PUT', `/api/phones/${NUMBER}`, differ);
	const look = async (width?: number): Promise<Locator> => {
		await phones.show(width);
		const bubble = phones.page.locator(`[data-testid=phone][data-number="${NUMBER}"] [data-testid=bubble]`);
		await bubble.waitFor();
		return bubble;
	};

	it.each(LAYOUTS)('%s shows all its parts, and each leads where the sender wanted', async (layout) => {
		phones.send(FULL[layout]);
		const bubble = await look();
		const text = (await bubble.textContent()) ?? '';
		for (const part of READ[layout]) expect(text).toContain(part);
		const places = await bubble.locator('a').evaluateAll((anchors) => anchors.map((anchor) => (anchor as HTMLAnchorElement).href.split('/').at(-1)));
		expect(places).toEqual(LEADS[layout]);
	});

	it.each(LAYOUTS)('%s fits the screen of a phone', async (layout) => {
		phones.send(FULL[layout]);
		const bubble = await look(390);
		const tooWide = await bubble.evaluate((row) => {
			const edge = document.documentElement.clientWidth;
			const bubbles = [...row.querySelectorAll('.card')].filter((card) => !card.closest('.track'));
			return bubbles.some((part) => part.getBoundingClientRect().right > edge) || document.documentElement.scrollWidth > edge;
		});
		expect(tooWide).toBe(false);
	});

	it.each([
		{ width: 600, height: 800, shown: 3 / 4 },
		{ width: 800, height: 400, shown: 2 },
		{ width: 400, height: 900, shown: 3 / 4 },
		{ width: 900, height: 300, shown: 2 },
	])('shows a picture of $width x $height in its own shape, as far as KakaoTalk takes it', async ({ width, height, shown }) => {
		phones.send(brandBubble('IMAGE', { text: '감귤', imageUrl: picture(width, height) }));
		const bubble = await look();
		await expect.poll(() => bubble.locator('img').evaluate((image) => image.clientWidth / image.clientHeight), SOON).toBeCloseTo(shown, 1);
	});

	it('says that it is advertising, in the list too', async () => {
		phones.send(FULL.TEXT);
		const bubble = await look();
		expect(await bubble.locator('.sender').textContent()).toContain('(광고) 카카오상점');
		expect(await phones.page.locator(`.phone-item[data-number="${NUMBER}"]`).textContent()).toContain('(광고) 주말 할인');
	});

	it('tells a stranger the free number to be spared', async () => {
		await settings({ friend: false });
		phones.send(FULL.CAROUSEL_FEED, { targeting: 'M' });
		expect(await (await look()).getByTestId('opt-out').textContent()).toBe('무료수신거부 080-123-4567');
	});

	it('tells a friend how to block', async () => {
		phones.send(FULL.COMMERCE);
		expect(await (await look()).getByTestId('opt-out').textContent()).toContain('채널 차단');
	});

	it('offers the channel only as long as it is not added', async () => {
		await settings({ friend: false });
		phones.send(brandBubble('TEXT', { text: '처음 오셨나요?', buttons: [addChannel] }), { targeting: 'M' });
		const bubble = await look();
		expect(await bubble.getByTestId('bubble-button').count()).toBe(1);
		await settings({ friend: true });
		await expect.poll(() => bubble.getByTestId('bubble-button').count(), SOON).toBe(0);
	});

	it('swipes through a carousel by mouse and by keyboard, to the very end and back', async () => {
		phones.send(FULL.CAROUSEL_COMMERCE);
		const bubble = await look();
		const dots = bubble.getByTestId('carousel-dots').locator('i');
		const current = () => dots.evaluateAll((all) => all.findIndex((dot) => dot.classList.contains('current')));
		const press = async (key: string) => {
			await phones.page.keyboard.press(key);
			return current();
		};
		expect(await current()).toBe(0);
		expect(await bubble.getByTestId('carousel-previous').count()).toBe(0);
		await bubble.getByTestId('carousel-next').click();
		await expect.poll(current, SOON).toBe(1);
		await bubble.getByTestId('carousel').focus();
		await expect.poll(() => press('ArrowRight'), { timeout: 10_000, interval: 400 }).toBe(3);
		expect(await bubble.getByTestId('carousel-next').count()).toBe(0);
		await expect.poll(() => press('ArrowLeft'), { timeout: 10_000, interval: 400 }).toBe(0);
	});

	it('shows nothing of a message for adults before the age is confirmed', async () => {
		phones.send({ ...FULL.COMMERCE, adult: true });
		const bubble = await look();
		const hidden = (content: Element) => content.matches('[inert]') && getComputedStyle(content).filter !== 'none';
		expect(await bubble.locator('.adult-content').evaluate(hidden)).toBe(true);
		await bubble.getByTestId('adult-confirm').click();
		expect(await bubble.getByTestId('adult-cover').count()).toBe(0);
		expect(await bubble.textContent()).toContain('17,430원');
	});

	it('tells whom its targeting means', async () => {
		phones.send(FULL.TEXT);
		await (await look()).locator('.meta').click();
		expect(await phones.page.getByTestId('sheet').textContent()).toContain('I: 발송 대상 중 채널 친구');
	});
});

/** What can be changed from the phone page. */
describe('the phone page', () => {
	it('saves who is a friend of the channel and who consents to advertising, and marks those who do not', async () => {
		const { page, sandbox } = phones;
		await control(sandbox, 'PUT', `/api/phones/${NUMBER}`, { label: '단골' });
		await phones.show();
		const row = page.locator(`.phone-item[data-number="${NUMBER}"]`);
		await row.click();
		await page.getByTestId('phone-settings').click();
		await page.getByTestId('switch-friend').click();
		await page.getByTestId('switch-consents').click();
		await eventually(() => !sandbox.world.phones.get(NUMBER).friend && !sandbox.world.phones.get(NUMBER).consents);
		expect(sandbox.world.phones.get(NUMBER)).toMatchObject({ label: '단골', kakaoUser: true });
		await expect.poll(() => row.locator('.phone-marks span').allTextContents(), SOON).toEqual(['친구 아님', '광고 미동의']);
	});

	it('sends scheduled messages at once, and offers that only while there are some', async () => {
		const message = phones.send(brandBubble('TEXT', { text: '주말 할인' }), { scheduledAt: new Date(Date.now() + 3_600_000).toISOString() });
		await phones.show();
		const bubble = phones.page.getByTestId('bubble');
		await bubble.waitFor();
		expect(await bubble.locator('.due').textContent()).toContain('예약');
		const release = phones.page.getByTestId('release-scheduled');
		await release.click();
		await eventually(() => phones.sandbox.world.message(message.id)?.state === 'delivered');
		await expect.poll(() => release.count(), SOON).toBe(0);
		await expect.poll(() => bubble.getAttribute('data-state'), SOON).toBe('delivered');
	});

	it('says when advertising is held back, and lets one try that by day', async () => {
		await phones.show();
		const night = phones.page.getByTestId('night');
		await night.waitFor();
		expect(await night.getAttribute('data-night')).toBe('false');
		await night.click();
		await phones.page.getByTestId('night-always').click();
		await expect.poll(() => night.getAttribute('title'), SOON).toContain('야간(20:50~08:00)이라');
		expect(phones.sandbox.world.night.mode).toBe('always');
		await phones.page.keyboard.press('Escape');
		expect(await phones.page.getByTestId('night-menu').count()).toBe(0);
	});

	it('keeps the phone that is opened right after everything was cleared', async () => {
		const { page } = phones;
		const phone = page.getByTestId('phone');
		await phones.show();
		// The server tells of the clearing within a tenth of a second: several turns, so that some fall before and some after.
		for (const number of ['01055550001', '01055550002', '01055550003', '01055550004']) {
			await page.getByTestId('clear-all').click();
			await page.getByTestId('confirm-yes').click();
			await page.getByTestId('confirm-yes').waitFor({ state: 'detached' });
			expect(await phone.count()).toBe(0);
			await page.getByTestId('add-phone').fill(number);
			await page.getByTestId('add-phone').press('Enter');
			await phone.waitFor();
			await page.waitForTimeout(400);
			expect(await phone.getAttribute('data-number')).toBe(number);
		}
	});
});
