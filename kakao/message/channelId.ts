import type { Problem } from './limits';
import type { Made } from './made';

/** `searchId`: the `@name` customers look for, wanted by consult buttons. `publicId`: the `_id` in the channel's address. */
export interface Channel {
	kind: 'searchId' | 'publicId';
	/** With its `@` or `_`. */
	id: string;
}

const SEARCH_ID = /^@[\p{L}\p{N}_.-]+$/u;
const PUBLIC_ID = /^_[A-Za-z0-9]+$/;
const SENDER_KEY = /^[0-9a-f]{40}$/i;
/** Typed or copied without its scheme. */
const BARE_ADDRESS = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:[/?#]|$)/i;

const WHERE =
	'The search ID (@name, 검색용 아이디) is shown with the profile in the Channel Manager Center (채널 관리자센터); ' +
	"the public ID (_id) is in the channel's address, https://pf.kakao.com/_id.";

const problem = (text: string, cure = WHERE): { problems: Problem[] } => ({
	problems: [{ field: 'channel', text, cure }],
});

/** Which channel a person means, from an ID or an address copied out of the browser. Reads nothing over the net. */
export function readChannel(input: string): Made<Channel> {
	// A Mac hands out Korean in separated letters, which Kakao does not find.
	const text = input.trim().normalize('NFC');
	if (text === '') return problem('is empty');
	if (/^https?:\/\//i.test(text)) return readAddress(text);
	if (BARE_ADDRESS.test(text)) return readAddress(`https://${text}`);
	return readId(text);
}

function readId(text: string): Made<Channel> {
	if (SEARCH_ID.test(text)) return { value: { kind: 'searchId', id: text } };
	if (PUBLIC_ID.test(text)) return { value: { kind: 'publicId', id: text } };
	if (SENDER_KEY.test(text)) return problem('is a sender key, which belongs into the credential; an ID is wanted here');
	if (/\s/.test(text)) return problem(`"${text}" holds a blank, which no channel ID does`);
	if (text.startsWith('@')) return problem(`"${text}" is no search ID: after @ come letters (Korean too) and digits`);
	if (text.startsWith('_')) return problem(`"${text}" is no public ID: after _ come Latin letters and digits only`);
	return problem(`"${text}" begins neither with @ (search ID) nor with _ (public ID)`);
}

function readAddress(text: string): Made<Channel> {
	if (!URL.canParse(text)) return problem(`"${text}" is no web address`);
	const { hostname, pathname } = new URL(text);
	const path = pathname.split('/').filter((part) => part !== '');
	if (hostname === 'pf.kakao.com') return fromPath(text, path[0]);
	if (hostname === 'bizmessage.kakao.com') {
		return fromPath(text, path[0] === 'chat' && path[1] === 'open' ? path[2] : undefined);
	}
	if (hostname === 'open.kakao.com') return problem(`"${text}" leads to an open chat, which is no channel`);
	return problem(`"${text}" is no address of a channel`);
}

function fromPath(text: string, part: string | undefined): Made<Channel> {
	if (part === undefined) return problem(`"${text}" names no channel`);
	try {
		return readId(decodeURIComponent(part).normalize('NFC'));
	} catch {
		return problem(`"${text}" is cut short or wrongly encoded`, 'Copy the whole address again.');
	}
}

const OTHER_KIND: Readonly<Record<Channel['kind'], Omit<Problem, 'field'>>> = {
	searchId: {
		text: 'is the public ID, and the search ID is needed here',
		cure: 'Use the ID beginning with @ (검색용 아이디), shown with the profile in the Channel Manager Center (채널 관리자센터).',
	},
	publicId: {
		text: 'is the search ID, and the public ID is needed here',
		cure: "Use the ID beginning with _ in the channel's address, https://pf.kakao.com/_id.",
	},
};

/** The ID, where it is of the wanted kind: the two name the same channel, but neither can be told from the other. */
export function requireId(input: string, kind: Channel['kind']): Made<string> {
	const channel = readChannel(input);
	if (!('value' in channel)) return channel;
	if (channel.value.kind === kind) return { value: channel.value.id };
	const { text, cure } = OTHER_KIND[kind];
	return { problems: [{ field: 'channel', text: `"${channel.value.id}" ${text}`, cure }] };
}
