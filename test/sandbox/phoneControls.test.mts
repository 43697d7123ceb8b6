import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { brandBubble } from './phoneBubbles.mts';
import { NUMBER, PhonePage } from './phonePage.mts';
import { control, eventually } from './support.mts';

const SOON = { timeout: 5000 };

/** What can be changed from the phone page. */
describe('the phone page', () => {
	let phones: PhonePage;
	beforeAll(async () => {
		phones = await PhonePage.start();
	});
	afterAll(() => phones?.stop());
	beforeEach(() => control(phones.sandbox, 'POST', '/api/reset'));

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
});
