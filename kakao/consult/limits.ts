import type { Reason } from '../message/outcome';
import type { Button } from '../message/template';
import { layoutOf } from './bubble';
import type { BubbleLayout, FileUpload, RichBubble } from './contract';
import { MOST_CHARACTERS } from './metadata';

/** What Kakao allows in a consult, whichever hub carries it (facts consulttalk §2.1, §2.4). */
export const CONSULT_LIMITS = {
	text: 1_000,
	buttons: 5,
	buttonName: 28,
	quickReplies: 10,
	quickReplyName: 14,
	scheme: 1_000,
	serial: 30,
	botEvent: 100,
} as const;

const MEGABYTE = 1024 * 1024;

/** Bytes. */
export const FILE_LIMITS: Readonly<Record<FileUpload['kind'] | 'bubbleImage', number>> = {
	image: 5 * MEGABYTE,
	/** A picture above a text with buttons. */
	bubbleImage: 500 * 1024,
	file: 300 * MEGABYTE,
	video: 300 * MEGABYTE,
	audio: 10 * MEGABYTE,
};

/** What a button hands on comes back in a callback; Kakao takes nothing else (facts §2.4). */
const METADATA = new RegExp(`^[A-Za-z0-9_]{1,${MOST_CHARACTERS}}$`);

/** Why something is not even sent. */
export const inputReason = (code: string, text: string, advice: string): Reason => ({
	code,
	codeSpace: 'input',
	kind: 'message',
	text,
	advice,
	retryable: false,
});

const tooLong = (what: string, used: number, limit: number): Reason =>
	inputReason('tooLong', `${what} has ${used} characters; ${limit} are allowed.`, 'Shorten it.');

export function textProblem(text: string): Reason | null {
	if (text.trim() === '') return inputReason('empty', 'There is no text.', 'Fill in the text.');
	return text.length > CONSULT_LIMITS.text ? tooLong('The text', text.length, CONSULT_LIMITS.text) : null;
}

/** Also of an empty event, with which the chatbot begins as it likes. */
export const botEventProblem = (event: string): Reason | null =>
	event.length > CONSULT_LIMITS.botEvent ? tooLong('The bot event', event.length, CONSULT_LIMITS.botEvent) : null;

/** Their words stand in the items and cards. */
const WORDLESS: ReadonlySet<BubbleLayout> = new Set(['itemList', 'wideItemList', 'carousel']);

/** What the hub does not take: an unknown layout, and heads where it has text only. A picture has its own check. */
function layoutProblem({ layout, header, description }: RichBubble, layouts: readonly BubbleLayout[]): Reason | null {
	const plain = layouts.every((each) => each === 'text');
	if ((layout === undefined || layouts.includes(layout)) && !(plain && (header || description))) return null;
	return inputReason('layout', 'This hub does not take that form of bubble.', 'Choose text, or another hub.');
}

const WITH_PICTURE: ReadonlySet<BubbleLayout> = new Set(['image', 'wideImage']);

/** Raw fields may bring the picture. */
const pictureProblem = (bubble: RichBubble): Reason | null =>
	bubble.image || bubble.extra || !WITH_PICTURE.has(layoutOf(bubble))
		? null
		: inputReason('noPicture', 'There is no picture for this form of bubble.', 'Choose a picture, or the form text.');

/** A bubble needs a text, also beside a picture; lists and carousels do not. */
export function bubbleProblem(bubble: RichBubble, layouts: readonly BubbleLayout[]): Reason | null {
	const { text, buttons, quickReplies } = bubble;
	const { buttonName, quickReplyName } = CONSULT_LIMITS;
	return (
		layoutProblem(bubble, layouts) ??
		pictureProblem(bubble) ??
		(text === '' && WORDLESS.has(layoutOf(bubble)) ? null : textProblem(text)) ??
		tooMany('buttons', buttons, CONSULT_LIMITS.buttons) ??
		tooMany('quick replies', quickReplies, CONSULT_LIMITS.quickReplies) ??
		firstOf(buttons, (button, at) => buttonProblem(`Button ${at + 1}`, button, buttonName)) ??
		firstOf(quickReplies, (button, at) => buttonProblem(`Quick reply ${at + 1}`, button, quickReplyName))
	);
}

export function fileProblem(file: FileUpload, as: keyof typeof FILE_LIMITS = file.kind): Reason | null {
	const [used, limit] = [file.bytes.length, FILE_LIMITS[as]];
	if (used > 0 && used <= limit) return null;
	if (used === 0) return inputReason('empty', `"${file.name}" is empty.`, 'Choose another file.');
	return inputReason(
		'tooLarge',
		`"${file.name}" has ${Math.ceil(used / 1024)} KB; ${limit / 1024} KB are allowed here.`,
		'Make it smaller, or send a link to it.',
	);
}

const tooMany = (what: string, list: readonly unknown[], limit: number): Reason | null =>
	list.length > limit
		? inputReason('tooMany', `There are ${list.length} ${what}; ${limit} are allowed.`, 'Leave some out.')
		: null;

function firstOf<T>(list: readonly T[], problem: (each: T, at: number) => Reason | null): Reason | null {
	for (const [at, each] of list.entries()) {
		const found = problem(each, at);
		if (found) return found;
	}
	return null;
}

function buttonProblem(what: string, button: Button, name: number): Reason | null {
	if (button.name.trim() === '') return inputReason('empty', `${what} has no name.`, 'Give it a name.');
	if (button.name.length > name) return tooLong(`The name of ${what.toLowerCase()}`, button.name.length, name);
	for (const scheme of [button.schemeAndroid, button.schemeIos]) {
		if (scheme !== undefined && scheme.length > CONSULT_LIMITS.scheme)
			return tooLong(`The app link of ${what.toLowerCase()}`, scheme.length, CONSULT_LIMITS.scheme);
	}
	const carried = [button.extra?.chatExtra, button.extra?.chatEvent].find(
		(each) => each !== undefined && each !== '' && !METADATA.test(String(each)),
	);
	if (carried === undefined) return null;
	return inputReason(
		'metadata',
		`${what} carries "${carried}"; Kakao takes 1 to ${MOST_CHARACTERS} letters, digits and _ only.`,
		'Use a short id without Korean, blanks or JSON.',
	);
}
