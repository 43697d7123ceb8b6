import type { Button, Content, Template } from './template';

/** AlimTalk limits in characters (UTF-16 units, as Java and JavaScript count), facts §4.1. A dealer may differ in some. */
export interface AlimTalkLimits {
	/** Text, variables and extra information together: the dealer refuses above this. */
	text: number;
	/** Above this Kakao's own guide does not promise delivery. */
	textAdvised: number;
	/** Text of an item-list template. */
	itemListText: number;
	title: number;
	header: number;
	highlightTitle: number;
	highlightDescription: number;
	/** The same beside a thumbnail. */
	highlightTitleThumbnail: number;
	highlightDescriptionThumbnail: number;
	itemTitle: number;
	itemDescription: number;
	summaryDescription: number;
	buttonName: number;
	link: number;
	variable: number;
}

export const KAKAO_LIMITS: AlimTalkLimits = {
	text: 1300,
	textAdvised: 1000,
	itemListText: 700,
	title: 50,
	header: 16,
	highlightTitle: 30,
	highlightDescription: 19,
	highlightTitleThumbnail: 21,
	highlightDescriptionThumbnail: 13,
	itemTitle: 6,
	itemDescription: 23,
	summaryDescription: 14,
	buttonName: 14,
	link: 500,
	variable: 1300,
};

/** Kakao ends AD and MI templates with its own sentence about adding the channel; it counts (NHN overview). */
const ADD_CHANNEL_SENTENCE = 40;

/** How much of a limit a finished text uses. */
export interface Usage {
	/** The field as a person knows it, say `button 1 name`. */
	field: string;
	used: number;
	limit: number;
	unit: 'characters' | 'bytes';
}

/** What is wrong with a finished message, and what to do. */
export interface Problem {
	field: string;
	text: string;
	cure: string;
}

/** Uses 90 % or more of the limit. */
export const isNear = ({ used, limit }: Usage): boolean => used <= limit && used >= limit * 0.9;

/** Every counted part of a finished AlimTalk. */
export function alimTalkUsage(template: Template, content: Content, limits: AlimTalkLimits): Usage[] {
	const thumbnail = Boolean(content.highlight?.imageUrl);
	const addChannel = template.kind === 'AD' || template.kind === 'MI' ? ADD_CHANNEL_SENTENCE : 0;
	const count = (field: string, text: string | undefined, limit: number, more = 0): Usage[] =>
		text === undefined ? [] : [{ field, used: text.length + more, limit, unit: 'characters' }];
	const textLimit = template.emphasis === 'ITEM_LIST' ? Math.min(limits.itemListText, limits.text) : limits.text;
	return [
		...count('text', content.text, textLimit, (content.extra?.length ?? 0) + addChannel),
		...count('title', content.title, limits.title),
		...count('header', content.header, limits.header),
		...count(
			'highlight title',
			content.highlight?.title,
			thumbnail ? limits.highlightTitleThumbnail : limits.highlightTitle,
		),
		...count(
			'highlight description',
			content.highlight?.description,
			thumbnail ? limits.highlightDescriptionThumbnail : limits.highlightDescription,
		),
		...(content.items ?? []).flatMap((item, at) => [
			...count(`item ${at + 1} title`, item.title, limits.itemTitle),
			...count(`item ${at + 1} description`, item.description, limits.itemDescription),
		]),
		...count('summary title', content.summary?.title, limits.itemTitle),
		...count('summary description', content.summary?.description, limits.summaryDescription),
		...linkUsage('image', content.representLink ?? {}, limits),
		...content.buttons.flatMap((button, at) => buttonUsage(`button ${at + 1}`, button, limits)),
		...content.quickReplies.flatMap((button, at) => buttonUsage(`quick reply ${at + 1}`, button, limits)),
	];
}

const LINKS = [
	['linkMobile', 'mobile link'],
	['linkPc', 'PC link'],
	['schemeAndroid', 'Android link'],
	['schemeIos', 'iOS link'],
] as const;

function buttonUsage(field: string, button: Button, limits: AlimTalkLimits): Usage[] {
	const name: Usage = {
		field: `${field} name`,
		used: button.name.length,
		limit: limits.buttonName,
		unit: 'characters',
	};
	return [name, ...linkUsage(field, button, limits)];
}

function linkUsage(field: string, button: Partial<Button>, limits: AlimTalkLimits): Usage[] {
	const usage: Usage[] = [];
	for (const [key, label] of LINKS) {
		const link = button[key];
		if (link) usage.push({ field: `${field} ${label}`, used: link.length, limit: limits.link, unit: 'characters' });
	}
	return usage;
}

const amountOf = (count: number, unit: Usage['unit']): string => `${count} ${count === 1 ? unit.slice(0, -1) : unit}`;

/** Turns what is over its limit into problems. */
export function overLimit(usage: readonly Usage[]): Problem[] {
	return usage
		.filter(({ used, limit }) => used > limit)
		.map(({ field, used, limit, unit }) => ({
			field,
			text: `has ${used} ${unit} as the customer gets it, the limit is ${limit}`,
			cure: `Shorten it, or the values that fill it, by ${amountOf(used - limit, unit)}.`,
		}));
}
