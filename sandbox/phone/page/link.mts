const WEB_ADDRESS = /https?:\/\/[^\s<>"'「」『』()[\]{}]+/gi;
/** Punctuation that ends a sentence, not an address. */
const TRAILING = /[.,!?;:~]+$/;

export interface TextPart {
	text: string;
	href: string | null;
}

/** The address when a browser may open it. Anything but http(s), such as `javascript:`, is not for clicking. */
export function webLink(link: string | undefined): string | null {
	if (!link || !URL.canParse(link)) return null;
	const { protocol, href } = new URL(link);
	return protocol === 'http:' || protocol === 'https:' ? href : null;
}

export function linkParts(text: string): TextPart[] {
	const parts: TextPart[] = [];
	let from = 0;
	for (const match of text.matchAll(WEB_ADDRESS)) {
		const address = match[0].replace(TRAILING, '');
		const href = webLink(address);
		if (!href) continue;
		if (match.index > from) parts.push({ text: text.slice(from, match.index), href: null });
		parts.push({ text: address, href });
		from = match.index + address.length;
	}
	if (from < text.length) parts.push({ text: text.slice(from), href: null });
	return parts;
}
