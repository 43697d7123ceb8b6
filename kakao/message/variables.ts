import type { Problem } from './limits';
import type { Button, Content } from './template';

/** `#{name}`; the name is kept exactly as registered, inner spaces included. */
export const PLACEHOLDER = /#\{([^{}]+)\}/g;

/** Where in the template a variable stands. Links are told apart because their values must make a valid address. */
export type Place = 'text' | 'title' | 'header' | 'highlight' | 'items' | 'summary' | 'link' | 'button' | 'extra';

/** A variable of a template. */
export interface Variable {
	/** Bare name, without `#{}`. */
	name: string;
	places: readonly Place[];
}

const LINK_FIELDS = ['linkMobile', 'linkPc', 'schemeAndroid', 'schemeIos'] as const;

function* placedTexts(content: Content): Generator<[Place, string | undefined]> {
	yield ['text', content.text];
	yield ['title', content.title];
	yield ['title', content.subtitle];
	yield ['header', content.header];
	yield ['highlight', content.highlight?.title];
	yield ['highlight', content.highlight?.description];
	for (const item of content.items ?? []) {
		yield ['items', item.title];
		yield ['items', item.description];
	}
	yield ['summary', content.summary?.title];
	yield ['summary', content.summary?.description];
	yield ['extra', content.extra];
	for (const field of LINK_FIELDS) yield ['link', content.representLink?.[field]];
	for (const button of [...content.buttons, ...content.quickReplies]) {
		yield ['button', button.name];
		yield ['button', button.telNumber];
		for (const field of LINK_FIELDS) yield ['link', button[field]];
	}
}

/** All variables of a template in the order in which a reader meets them, also those inside links, titles and items. */
export function collectVariables(content: Content): Variable[] {
	const found = new Map<string, Set<Place>>();
	for (const [place, text] of placedTexts(content)) {
		for (const match of text?.matchAll(PLACEHOLDER) ?? []) {
			const name = match[1]!;
			found.set(name, (found.get(name) ?? new Set()).add(place));
		}
	}
	return [...found].map(([name, places]) => ({ name, places: [...places] }));
}

/**
 * Puts values in the place of `#{names}`, also where a person wrote a name with blanks or decomposed. Names without a
 * value stay as they are, for the caller to find.
 */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
	if (!text.includes('#{')) return text;
	return text.replace(PLACEHOLDER, (whole, name: string) => {
		if (Object.hasOwn(values, name)) return values[name]!;
		const wanted = comparableName(name);
		const meant = Object.keys(values).find((each) => comparableName(each) === wanted);
		return meant === undefined ? whole : values[meant]!;
	});
}

const fillIf = (text: string | undefined, values: Readonly<Record<string, string>>) =>
	text === undefined ? undefined : fill(text, values);

function fillLinks<T extends Partial<Button>>(links: T, values: Readonly<Record<string, string>>): T {
	const filled = { ...links };
	for (const field of LINK_FIELDS) {
		const link = links[field];
		if (link !== undefined) filled[field] = fill(link, values);
	}
	return filled;
}

/** The finished message: every text and link of the template with its values. */
export function fillContent(content: Content, values: Readonly<Record<string, string>>): Content {
	const fillButton = (button: Button): Button => ({
		...fillLinks(button, values),
		name: fill(button.name, values),
		telNumber: fillIf(button.telNumber, values),
	});
	const fillItem = <T extends { title: string; description: string }>(item: T): T => ({
		...item,
		title: fill(item.title, values),
		description: fill(item.description, values),
	});
	return {
		text: fill(content.text, values),
		title: fillIf(content.title, values),
		subtitle: fillIf(content.subtitle, values),
		header: fillIf(content.header, values),
		highlight: content.highlight && fillItem(content.highlight),
		items: content.items?.map(fillItem),
		summary: content.summary && fillItem(content.summary),
		extra: fillIf(content.extra, values),
		representLink: content.representLink && fillLinks(content.representLink, values),
		buttons: content.buttons.map(fillButton),
		quickReplies: content.quickReplies.map(fillButton),
	};
}

/**
 * How a name is compared: people write `name`, `#{name}` or ` name `, and a header saved on a Mac comes decomposed
 * (NFD), so that `고객명` is not equal to `고객명`.
 */
export function comparableName(name: string): string {
	const inner = /^\s*#\{([^{}]+)\}\s*$/.exec(name)?.[1] ?? name;
	return inner.normalize('NFC').trim();
}

/** What a text still holds after filling in: a name nobody has a value for, or an n8n expression sent as text. */
export function leftOvers(field: string, text: string): Problem[] {
	if (!/#\{|\{\{/.test(text)) return [];
	return [
		{
			field,
			text: 'still holds a placeholder after filling in',
			cure: 'Use only variables that the message has, written #{name}.',
		},
	];
}
