import type { Hono } from 'hono';
import { contentType, type Images } from '../world/images.mts';

/** Serves uploaded pictures under `/images/`, where Kakao's own address would be in real life. */
export function mountImages(app: Hono, images: Images): void {
	app.get('/images/:id', (c) => {
		const image = images.find(c.req.param('id'));
		if (!image) return c.text('no such picture', 404);
		return c.body(image.bytes, 200, {
			'content-type': contentType(image),
			'cache-control': 'no-cache',
			// An upload is a stranger's file: it may be looked at and nothing else.
			'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
			'x-content-type-options': 'nosniff',
		});
	});
}
