import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Hono } from 'hono';
import { type Asset, asset } from './asset.mts';

const fontPackage = dirname(createRequire(import.meta.url).resolve('@fontsource/noto-sans-kr/400.css'));
const FONT_WEIGHTS = [400, 500, 700];
const FONT_FILE = /^noto-sans-kr-[a-z0-9-]+\.woff2$/;

/** The package's own css names each font slice with its unicode-range; only the addresses have to change. */
export async function fontStyle(): Promise<Asset> {
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

/** Serves the slices that `fontStyle` names; browsers fetch those whose letters they show. */
export function mountFonts(app: Hono): void {
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
