import type { Asset } from './asset.mts';

/**
 * Everything comes from this server, so a message can never pull in a script, a tracker or a missing font.
 * Pictures may also come from another local port: n8n or a test often serves them itself.
 */
export const CONTENT_SECURITY_POLICY = [
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
export const USUAL_ADDRESSES: Addresses = { n8n: 'http://localhost:5678', nhnCloud: 'http://127.0.0.1:5801' };

function attribute(text: string): string {
	return text.replace(/[&"<]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

/** The page's only document; everything else in it is drawn by the script. */
export function html(script: Asset, style: Asset, fonts: Asset, { n8n, nhnCloud }: Addresses): string {
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
