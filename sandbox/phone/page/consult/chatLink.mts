import type { Channel } from '../../../world/types.mts';
import type { Wish } from './api.mts';

/** A link that KakaoTalk opens as a chat instead of a web page (facts consulttalk.md 3). */
export interface ChatLink {
	/** `@name`, or the `_id` of the channel's address. */
	id: string;
	/** Null for the channel's plain chat link, which carries nothing. */
	wish: Wish | null;
}

const FLAGS = ['true', 'false', 'auto'] as const;

function wishOf(query: URLSearchParams): Wish {
	const extra = query.get('extra');
	const event = query.get('event');
	const bot = FLAGS.find((flag) => flag === query.get('bot'));
	return { ...(extra && { extra }), ...(event && { event }), ...(bot && { bot }) };
}

function decoded(part: string): string {
	try {
		return decodeURIComponent(part).normalize('NFC');
	} catch (error) {
		console.warn(`${part} is not percent-encoded UTF-8`, error);
		return part;
	}
}

/** @returns null for whatever leads elsewhere */
export function chatLink(href: string): ChatLink | null {
	if (!URL.canParse(href)) return null;
	const { hostname, pathname, searchParams } = new URL(href);
	const button = /^\/chat\/open\/([^/]+)\/?$/.exec(pathname)?.[1];
	if (hostname === 'bizmessage.kakao.com' && button) return { id: decoded(button), wish: wishOf(searchParams) };
	const plain = /^\/([@_][^/]+)\/chat\/?$/.exec(pathname)?.[1];
	if (hostname === 'pf.kakao.com' && plain) return { id: decoded(plain), wish: null };
	return null;
}

/** Which channel of the sandbox is meant. */
export function linkedChannel(id: string, channels: readonly Channel[]): Channel | undefined {
	return channels.find(({ searchId, publicId }) => searchId === id || publicId === id);
}
