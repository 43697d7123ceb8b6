import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Context, Hono } from 'hono';

const here = dirname(fileURLToPath(import.meta.url));
const fontPackage = dirname(createRequire(import.meta.url).resolve('@fontsource/noto-sans-kr/400.css'));
const FONT_WEIGHTS = [400, 500, 700];
const FONT_FILE = /^noto-sans-kr-[a-z0-9-]+\.woff2$/;

/**
 * Everything comes from this server, so a message can never pull in a script, a tracker or a missing font.
 * Pictures may also come from another local port: n8n or a test often serves them itself.
 */
const CONTENT_SECURITY_POLICY = [
	"default-src 'none'",
	"script-src 'self'",
	"style-src 'self'",
	"font-src 'self'",
	"img-src 'self' data: http://localhost:* http://127.0.0.1:*",
	"media-src 'self' http://localhost:* http://127.0.0.1:*",
	"connect-src 'self'",
	"base-uri 'none'",
	"form-action 'none'",
	"frame-ancestors 'self'",
].join('; ');

/** Where the rest of the installation is; the empty page tells newcomers. Without a slash at the end. */
export interface Addresses {
	n8n: string;
	nhnCloud: string;
}

/** The ports that `npm start` uses unless told otherwise. */
const USUAL: Addresses = { n8n: 'http://localhost:5678', nhnCloud: 'http://127.0.0.1:5801' };

interface Asset {
	body: string;
	type: string;
	/** Content hash: the address changes with the content, so browsers may keep an asset for ever. */
	version: string;
}

function asset(body: string, type: string): Asset {
	return { body, type, version: createHash('sha256').update(body).digest('hex').slice(0, 12) };
}

async function bundlePage(): Promise<{ script: Asset; style: Asset }> {
	const result = await build({
		entryPoints: { page: join(here, 'page/main.tsx') },
		outdir: join(here, 'page'),
		bundle: true,
		write: false,
		minify: true,
		format: 'esm',
		target: 'es2022',
		jsx: 'automatic',
		jsxImportSource: 'preact',
		// The repository's tsconfig is about other code.
		tsconfigRaw: {},
		legalComments: 'none',
		logLevel: 'silent',
	});
	const text = (extension: string): string => {
		const file = result.outputFiles.find((output) => output.path.endsWith(extension));
		if (!file) throw new Error(`The phone page was bundled without a ${extension} file`);
		return file.text;
	};
	return {
		script: asset(text('.js'), 'text/javascript; charset=utf-8'),
		style: asset(text('.css'), 'text/css; charset=utf-8'),
	};
}

/** The package's own css names each font slice with its unicode-range; only the addresses have to change. */
async function fontStyle(): Promise<Asset> {
	const sheets = await Promise.all(
		FONT_WEIGHTS.map((weight) => readFile(join(fontPackage, `${weight}.css`), 'utf8')),
	);
	const css = sheets
		.join('\n')
		.replace(/url\(\.\/files\/([^)]+\.woff2)\) format\('woff2'\), url\([^)]+\.woff\) format\('woff'\)/g, "url(fonts/$1) format('woff2')")
		.replace(/\/\*.*?\*\/\s*/g, '')
		.replace(/\s*\n\s*/g, '');
	return asset(css, 'text/css; charset=utf-8');
}

function attribute(text: string): string {
	return text.replace(/[&"<]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

function html(script: Asset, style: Asset, fonts: Asset, { n8n, nhnCloud }: Addresses): string {
	return `<!doctype html>
<html lang="ko">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="theme-color" content="#ffffff">
<title>KakaoTalk sandbox</title>
<link rel="icon" href="/assets/icon.svg">
<link rel="stylesheet" href="/assets/fonts.css?v=${fonts.version}">
<link rel="stylesheet" href="/assets/page.css?v=${style.version}">
<script type="module" src="/assets/page.js?v=${script.version}"></script>
</head>
<body><div id="app" data-n8n="${attribute(n8n)}" data-nhn-cloud="${attribute(nhnCloud)}"></div></body>
</html>
`;
}

function send(context: Context, item: Asset): Response {
	const current = context.req.query('v') === item.version;
	return context.body(item.body, 200, {
		'content-type': item.type,
		'cache-control': current ? 'public, max-age=31536000, immutable' : 'no-cache',
		'x-content-type-options': 'nosniff',
	});
}

/**
 * Serves the phone page on `/` and what it needs below `/assets/`. Bundled in memory: nothing to build, nothing stale.
 * @param addresses asked at every page load, since ports may be known only once all servers run
 */
export async function mountPhonePage(app: Hono, addresses: () => Partial<Addresses> = () => ({})): Promise<void> {
	const [{ script, style }, fonts, iconText] = await Promise.all([
		bundlePage(),
		fontStyle(),
		readFile(join(here, 'page/icon.svg'), 'utf8'),
	]);
	const icon = asset(iconText, 'image/svg+xml');

	app.get('/', (context) =>
		context.html(html(script, style, fonts, { ...USUAL, ...addresses() }), 200, {
			'cache-control': 'no-cache',
			'content-security-policy': CONTENT_SECURITY_POLICY,
			'referrer-policy': 'no-referrer',
			'x-content-type-options': 'nosniff',
		}),
	);
	app.get('/assets/page.js', (context) => send(context, script));
	app.get('/assets/page.css', (context) => send(context, style));
	app.get('/assets/fonts.css', (context) => send(context, fonts));
	app.get('/assets/icon.svg', (context) => send(context, icon));
	app.get('/assets/fonts/:file', async (context) => {
		const file = context.req.param('file');
		// The pattern also keeps requests inside the font folder.
		if (!FONT_FILE.test(file)) return context.notFound();
		try {
			const bytes = await readFile(join(fontPackage, 'files', file));
			return context.body(new Uint8Array(bytes), 200, {
				'content-type': 'font/woff2',
				'cache-control': 'public, max-age=31536000, immutable',
			});
		} catch (error) {
			if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return context.notFound();
			throw error;
		}
	});
}
