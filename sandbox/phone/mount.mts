import { readFile } from 'node:fs/promises';
import type { Hono } from 'hono';
import { asset, sendAsset } from './asset.mts';
import { bundlePage } from './bundle.mts';
import { type Addresses, CONTENT_SECURITY_POLICY, html, USUAL_ADDRESSES } from './document.mts';
import { fontStyle, mountFonts } from './fonts.mts';

const ICON = new URL('page/icon.svg', import.meta.url);

/**
 * Serves the phone page on `/` and what it needs below `/assets/`. Bundled in memory: nothing to build, nothing stale.
 * @param addresses asked at every page load, since ports may be known only once all servers run
 */
export async function mountPhonePage(app: Hono, addresses: () => Partial<Addresses> = () => ({})): Promise<void> {
	const [{ script, style }, fonts, iconText] = await Promise.all([
		bundlePage(),
		fontStyle(),
		readFile(ICON, 'utf8'),
	]);
	const icon = asset(iconText, 'image/svg+xml');

	app.get('/', (context) =>
		context.html(html(script, style, fonts, { ...USUAL_ADDRESSES, ...addresses() }), 200, {
			'cache-control': 'no-cache',
			'content-security-policy': CONTENT_SECURITY_POLICY,
			'referrer-policy': 'no-referrer',
			'x-content-type-options': 'nosniff',
		}),
	);
	app.get('/assets/page.js', (context) => sendAsset(context, script));
	app.get('/assets/page.css', (context) => sendAsset(context, style));
	app.get('/assets/fonts.css', (context) => sendAsset(context, fonts));
	app.get('/assets/icon.svg', (context) => sendAsset(context, icon));
	mountFonts(app);
}
