import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.mts';
import type { BrandBubble, SandboxMessage, Targeting } from '../../sandbox/world/types.mts';
import { root } from '../../tools/n8n/paths.mts';
import { TestBrowser } from '../harness/browser.mts';

/** The phone of these tests; nobody has touched its settings. */
export const NUMBER = '01055551234';

interface Way {
	targeting?: Targeting;
	scheduledAt?: string;
}

/** A sandbox by day, and a browser to look at its phone page with. */
export class PhonePage {
	readonly sandbox: Sandbox;
	/** One for all tests: a Chromium of a single process, such as the packaged one, ends with its first page. */
	readonly page: Page;
	readonly #browser: TestBrowser;

	private constructor(sandbox: Sandbox, browser: TestBrowser, page: Page) {
		this.sandbox = sandbox;
		this.page = page;
		this.#browser = browser;
	}

	static async start(): Promise<PhonePage> {
		nameFonts();
		const sandbox = await startSandbox({ reportDelayMs: 0, night: 'never' });
		try {
			const browser = await TestBrowser.start();
			return new PhonePage(sandbox, browser, await browser.page());
		} catch (error) {
			await sandbox.close();
			throw error;
		}
	}

	async stop(): Promise<void> {
		await this.#browser.stop();
		await this.sandbox.close();
	}

	/** Opens the page; on it the phone of the newest message is open by itself. */
	async show(width = 1180): Promise<void> {
		await this.page.setViewportSize({ width, height: 820 });
		await this.page.goto(this.sandbox.urls.phone);
	}

	/** Sends an advertisement to the phone, past the dealers. */
	send(bubble: BrandBubble, { targeting = 'I', scheduledAt }: Way = {}): SandboxMessage {
		const { world } = this.sandbox;
		const [channel] = world.channels;
		if (!channel) throw new Error('The demo has no channel.');
		const message = world.draft({
			dealer: 'nhnCloud', requestId: 'request', messageId: 'message', messageKey: null, channel, templateCode: '', to: NUMBER,
			acceptedAt: new Date().toISOString(), scheduledAt: scheduledAt ?? null, bubble, targeting, fallback: null,
		});
		world.accept([message], scheduledAt === undefined ? null : Date.parse(scheduledAt));
		return message;
	}
}

/**
 * The packaged Chromium unpacks its fonts beside itself and looks for them in /tmp/fonts. A Chromium without any font
 * draws no letters, and dies at the first tooltip.
 */
function nameFonts(): void {
	const folder = join(root, '.cache', 'chromium');
	const file = join(folder, 'phone-fonts.conf');
	mkdirSync(folder, { recursive: true });
	writeFileSync(file, `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`);
	process.env['FONTCONFIG_FILE'] ??= file;
}
