import type { Locator, Page } from 'playwright-core';
import { CustomerPhone } from './consultPhone.mts';

/** For what n8n does in between; the page itself shows it at once. */
const SOON = { timeout: 30_000 };
const SHOP = '@kakaoshop';

/** Somebody's phone, as one who may be a friend of the shop's channel and talks with its chatbot. */
export class FriendPhone {
	private readonly page: Page;
	private readonly phone: CustomerPhone;

	private constructor(page: Page, phone: CustomerPhone) {
		this.page = page;
		this.phone = phone;
	}

	/** @param page shows the phone page */
	static async open(page: Page, number: string): Promise<FriendPhone> {
		return new FriendPhone(page, await CustomerPhone.open(page, number));
	}

	async blockChannel(): Promise<void> {
		await this.pickShop();
		await this.at('block').click();
		await this.page.getByTestId('confirm-yes').click();
		await this.at('add-channel').waitFor();
		await this.at('sheet-close').click();
	}

	async addChannel(): Promise<void> {
		await this.pickShop();
		await this.at('add-channel').click();
		await this.at('add-channel').waitFor({ state: 'detached' });
		await this.at('sheet-close').click();
	}

	async enterBot(): Promise<void> {
		await this.pickShop();
		await this.at('bot-room').click();
		await this.at('composer').waitFor();
	}

	async write(text: string): Promise<void> {
		await this.phone.write(text);
	}

	async tapQuickReply(name: string): Promise<void> {
		await this.at('bot-quick-reply').getByText(name, { exact: true }).click();
	}

	/** Waits for the bot's newest words from that source. @param source skill, waiting or callback */
	async botSays(words: string, source = 'skill'): Promise<void> {
		// A callback can be there before the page has shown the waiting words as the newest.
		const said = this.at('bot-bubble').and(this.page.locator(`[data-from=bot][data-source=${source}]`));
		await said.last().filter({ hasText: words }).waitFor(SOON);
	}

	/** Waits until the channel has said this in the consult's room. */
	async hears(words: string): Promise<void> {
		await this.phone.hears(words);
	}

	/** Waits for so many messages with these words. */
	async gets(count: number, words: string): Promise<void> {
		await this.at('bubble')
			.filter({ hasText: words })
			.nth(count - 1)
			.waitFor(SOON);
	}

	at(testId: string): Locator {
		return this.phone.at(testId);
	}

	private async pickShop(): Promise<void> {
		await this.at('consult-entry').click();
		await this.at('consult-channel')
			.and(this.page.locator(`[data-channel="${SHOP}"]`))
			.click();
	}
}
