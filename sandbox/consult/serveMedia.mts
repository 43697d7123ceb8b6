import type { Hono } from 'hono';
import { MEDIA_HOSTS, type Media } from './media.mts';

const SHOWN = /^(?:image|video|audio)\//;

/** Serves consult files below the host names they would have in real life. */
export function mountConsultMedia(app: Hono, media: Media): void {
	for (const host of MEDIA_HOSTS) {
		app.get(`/${host}/*`, (c) => {
			const { pathname, search } = new URL(c.req.url);
			const file = media.at(pathname + search);
			if (!file) return c.text('no such file', 404);
			// The CDN's own answer to an expired address is undocumented (facts 8).
			if (media.isExpired(file)) return c.text('expired', 403);
			return c.body(file.bytes, 200, {
				'content-type': file.contentType,
				...(!SHOWN.test(file.contentType) && { 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}` }),
				'cache-control': 'no-cache',
				// A stranger's file: it may be looked at and nothing else.
				'content-security-policy': "default-src 'none'; sandbox",
				'x-content-type-options': 'nosniff',
			});
		});
	}
}
