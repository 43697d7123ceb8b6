import { createHash } from 'node:crypto';
import type { Context } from 'hono';

/** A text file of the page, held in memory. */
export interface Asset {
	body: string;
	type: string;
	/** Content hash: the address changes with the content, so browsers may keep an asset for ever. */
	version: string;
}

export function asset(body: string, type: string): Asset {
	return { body, type, version: createHash('sha256').update(body).digest('hex').slice(0, 12) };
}

/** Only an address that names the present version may be kept: any other must be asked for again. */
export function sendAsset(context: Context, item: Asset): Response {
	const current = context.req.query('v') === item.version;
	return context.body(item.body, 200, {
		'content-type': item.type,
		'cache-control': current ? 'public, max-age=31536000, immutable' : 'no-cache',
		'x-content-type-options': 'nosniff',
	});
}
