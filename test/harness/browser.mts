import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type Browser, chromium, type LaunchOptions, type Page } from 'playwright-core';
import { root } from '../../tools/n8n/paths.mts';

const installed = [
	process.env['CHROME_PATH'],
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/usr/bin/google-chrome-stable',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

// Fresh profile, no calls home, and no sandbox of its own, which containers don't allow.
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** A headless Chromium: the machine's own, else the one that comes with the npm package @sparticuz/chromium (Linux x64). */
export class TestBrowser {
	private readonly browser: Browser;

	private constructor(browser: Browser) {
		this.browser = browser;
	}

	/** @param own false: look past the machine's browsers, to prove the packaged one */
	static async start(own = true): Promise<TestBrowser> {
		const found = own ? installed.find((path) => path && existsSync(path)) : undefined;
		const program = found ? { executablePath: found, args: flags } : await packagedChromium();
		return new TestBrowser(await chromium.launch({ headless: true, ...program }));
	}

	/** A page in a profile of its own; phone-sized if asked for. */
	async page(size: { width: number; height: number } = { width: 1280, height: 800 }): Promise<Page> {
		const context = await this.browser.newContext({ viewport: size, locale: 'ko-KR', timezoneId: 'Asia/Seoul' });
		return await context.newPage();
	}

	/** Closes every page and the browser. */
	async stop(): Promise<void> {
		await this.browser.close();
	}
}

/** What the package unpacks, unless it is there. */
const PARTS = ['chromium', 'al2023', 'fonts', 'libGLESv2.so'];

async function packagedChromium(): Promise<LaunchOptions> {
	const { default: packaged, inflate } = await import('@sparticuz/chromium');
	const folder = join(root, '.cache', 'chromium');
	mkdirSync(folder, { recursive: true });
	const unlock = await lock(join(folder, 'lock'));
	const whole = join(folder, 'whole');
	// What a killed run has left half unpacked would be taken for the whole.
	if (!existsSync(whole)) for (const part of PARTS) rmSync(join(folder, part), { recursive: true, force: true });
	const usual = process.env['TMPDIR'];
	// It unpacks into the temporary folder, and has no other switch for it.
	process.env['TMPDIR'] = folder;
	try {
		const executablePath = await packaged.executablePath();
		const bundle = dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium'));
		// Libraries such as NSS, which a machine without a desktop lacks.
		await inflate(join(bundle, '..', 'bin', 'al2023.tar.br'));
		writeFileSync(whole, '');
		const env = { ...environment(), LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_FILE: fontsFile(folder) };
		return { executablePath, args: [...packaged.args, ...flags], env };
	} finally {
		if (usual === undefined) delete process.env['TMPDIR'];
		else process.env['TMPDIR'] = usual;
		unlock();
	}
}

/** Nobody unpacks for so long: whoever held the lock has died. */
const STALE_MS = 120_000;

/** Test files run side by side, and each would unpack over the others. */
async function lock(path: string): Promise<() => void> {
	for (;;) {
		try {
			mkdirSync(path);
			return () => rmSync(path, { recursive: true, force: true });
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
			const since = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
			if (since !== undefined && Date.now() - since > STALE_MS) rmSync(path, { recursive: true, force: true });
			else await delay(200);
		}
	}
}

/**
 * The packaged Chromium unpacks its fonts beside itself and looks for them in /tmp/fonts. Without any font it draws no
 * letters, and dies at the first tooltip.
 */
function fontsFile(folder: string): string {
	const file = join(folder, 'fonts.conf');
	const dirs = [join(folder, 'fonts'), '/usr/share/fonts'].map((dir) => `<dir>${dir}</dir>`).join('');
	const wanted = `<?xml version="1.0"?><fontconfig>${dirs}<cachedir>${join(folder, 'fonts-cache')}</cachedir></fontconfig>`;
	// Another browser may be reading it, and without fonts it would die.
	if (!existsSync(file) || readFileSync(file, 'utf8') !== wanted) writeFileSync(file, wanted);
	return file;
}

function environment(): Record<string, string> {
	return Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
