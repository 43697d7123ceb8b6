import type { Locator, Page } from 'playwright-core';

/** For what n8n does in between; the page itself shows it at once. */
const SOON = { timeout: 30_000 };

/** A phone on the phone page, used with nothing but the mouse and the keyboard. The page is never loaded again. */
export class CustomerPhone {
	readonly number: string;
	private readonly page: Page;

	private constructor(page: Page, number: string) {
		this.page = page;
		this.number = number;
	}

	/** @param page shows the phone page */
	static async open(page: Page, number: string): Promise<CustomerPhone> {
		const phone = new CustomerPhone(page, number);
		await page.getByTestId('add-phone').fill(number);
		await page.getByTestId('add-phone').press('Enter');
		await phone.device.waitFor();
		return phone;
	}

	/** Into the channel's room, or, with metadata, through a consult button that carries it. */
	async enter(channel: string, extra?: string): Promise<void> {
		await this.at('consult-entry').click();
		await this.device.locator(`[data-testid=consult-channel][data-channel="${channel}"]`).click();
		if (extra === undefined) await this.at('consult-room').click();
		else {
			await this.at('consult-extra').fill(extra);
			await this.at('consult-open').click();
		}
		await this.at('composer').waitFor();
	}

	async write(text: string): Promise<void> {
		await this.at('composer').fill(text);
		await this.at('composer').press('Enter');
	}

	async tapQuickReply(name: string): Promise<void> {
		await this.at('quick-reply').getByText(name, { exact: true }).click();
	}

	/** Until the hub has been told. */
	async leave(): Promise<void> {
		await this.at('room-menu').click();
		await this.at('leave').click();
		await this.at('confirm-yes').click();
		await this.at('sheet').waitFor({ state: 'detached' });
	}

	/** The company's side, in the hub's own screen. */
	async answerAsAgent(text: string): Promise<void> {
		const answer = this.at('agent-answer');
		if (!(await answer.isVisible())) await this.at('agent-toggle').click();
		await answer.fill(text);
		await this.at('agent-send').click();
		await this.hears(text);
	}

	/** Waits until the newest answer holds these words. */
	async hears(words: string): Promise<void> {
		await this.said.last().filter({ hasText: words }).waitFor(SOON);
	}

	/** What was said to the customer in the open room, oldest first. */
	async answers(): Promise<string[]> {
		return await this.said.allTextContents();
	}

	/** Waits for one of Kakao's own lines, such as S4 (please wait) or ED (the consult has ended). */
	async sees(notice: string): Promise<void> {
		await this.device.locator(`[data-testid=consult-notice][data-notice=${notice}]`).last().waitFor(SOON);
	}

	/** Waits for an AlimTalk with these words, and gives its button's page. */
	async tapButtonOf(words: string): Promise<Page> {
		const bubble = this.at('bubble').filter({ hasText: words }).last();
		await bubble.waitFor(SOON);
		const opened = this.page.waitForEvent('popup');
		await bubble.getByTestId('bubble-button').click();
		return await opened;
	}

	at(testId: string): Locator {
		return this.device.getByTestId(testId);
	}

	private get said(): Locator {
		return this.device.locator('[data-testid=consult-bubble]:not([data-from=customer]) [data-testid=consult-text]');
	}

	private get device(): Locator {
		return this.page.locator(`[data-testid=phone][data-number="${this.number}"]`);
	}
}
