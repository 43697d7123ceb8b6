import { setTimeout as delay } from 'node:timers/promises';
import type { Page, Route } from 'playwright-core';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.mts';
import type { BrandBubble, SandboxMessage, Targeting } from '../../sandbox/world/types.mts';
import { TestBrowser } from '../harness/browser.mts';
import { eventually } from './support.mts';

/** For what the page shows of a change; what never comes fails all the same. */
export const SOON = { timeout: 15_000 };

/** The first browser of a new machine is unpacked first, and those who come meanwhile wait for that. */
export const STARTING_MS = 180_000;

/** The phone of these tests; nobody has touched its settings. */
export const NUMBER = '01055551234';

/** Answers of the server that are on their way. */
export interface HeldBack {
	/** Waits until the server has given one. */
	given: () => Promise<void>;
	/** Lets them, and all later ones, through. */
	letGo: () => void;
}

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

	/** From now on the server's answers to such requests are late, as they are on a busy machine. @param path from `/api` on */
	async holdBack(method: string, path: string): Promise<HeldBack> {
		const late = Promise.withResolvers<void>();
		let given = 0;
		let isOver = false;
		const hold = async (route: Route): Promise<void> => {
			if (isOver || route.request().method() !== method) return await route.fallback();
			const response = await route.fetch();
			given += 1;
			await late.promise;
			await route.fulfill({ response });
		};
		await this.page.route(({ pathname }) => pathname === path, hold);
		return {
			given: async () => void (await eventually(() => given > 0)),
			letGo: () => {
				isOver = true;
				late.resolve();
			},
		};
	}

	/** Holds nothing back any more. */
	async holdNothing(): Promise<void> {
		await this.page.unrouteAll({ behavior: 'ignoreErrors' });
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

	/** Sends one and waits until it has arrived: what is written before or afterwards is so by the clock, too. */
	async sendAndArrive(bubble: BrandBubble): Promise<void> {
		await delay(5);
		const sent = this.send(bubble);
		while (sent.state === 'processing') await delay(5);
		await delay(5);
	}
}

