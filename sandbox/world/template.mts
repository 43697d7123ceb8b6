import type { AlimTalkBubble, Button, ListItem, Template } from './types.mts';

/** Values for the variables of a template, by bare name. */
export type Values = Readonly<Record<string, string>>;

/** A text with holes: `literals` surround the `names`, so there is always one literal more. */
interface Pattern {
	source: string;
	literals: string[];
	names: string[];
}

const VARIABLE = /#\{([^{}]+)\}/g;

function compile(source: string): Pattern {
	const literals: string[] = [];
	const names: string[] = [];
	let end = 0;
	for (const found of source.matchAll(VARIABLE)) {
		literals.push(source.slice(end, found.index));
		names.push(found[1] ?? '');
		end = found.index + found[0].length;
	}
	literals.push(source.slice(end));
	return { source, literals, names };
}

const patterns = new Map<string, Pattern>();

/** Templates are few and texts many: every template string is taken apart once. */
export function pattern(source: string): Pattern {
	let known = patterns.get(source);
	if (!known) patterns.set(source, (known = compile(source)));
	return known;
}

/** Puts the values in, once: a `#{}` inside a value stays as it is. Values must be complete. */
export function fill(source: string, values: Values): string {
	const { literals, names } = pattern(source);
	if (names.length === 0) return source;
	const parts = [literals[0] ?? ''];
	for (let i = 0; i < names.length; i++) parts.push(values[names[i] ?? ''] ?? '', literals[i + 1] ?? '');
	return parts.join('');
}

/** Every variable name in the template, in reading order, each once. */
export function variableNames(template: Template): string[] {
	const { bubble } = template;
	const linked = (buttons: Button[]) =>
		buttons.flatMap((button) => [button.linkMobile, button.linkPc, button.schemeAndroid, button.schemeIos]);
	const sources = [
		bubble.text, bubble.title, bubble.header, bubble.highlight?.title, bubble.highlight?.description,
		...bubble.items.map((item) => item.description), bubble.summary?.description,
		...linked(bubble.buttons), ...linked(bubble.quickReplies),
	];
	return [...new Set(sources.flatMap((source) => (source ? pattern(source).names : [])))];
}

const maybe = (source: string | null, values: Values) => (source === null ? null : fill(source, values));
const hasHoles = (source: string | undefined) => source !== undefined && pattern(source).names.length > 0;

function renderButtons(buttons: Button[], values: Values): Button[] {
	// Two hundred thousand messages share one array when nothing in the buttons varies.
	const varies = (b: Button) => [b.linkMobile, b.linkPc, b.schemeAndroid, b.schemeIos].some(hasHoles);
	if (!buttons.some(varies)) return buttons;
	return buttons.map((button) => {
		if (!varies(button)) return button;
		const rendered = { ...button };
		for (const link of ['linkMobile', 'linkPc', 'schemeAndroid', 'schemeIos'] as const) {
			const source = button[link];
			if (source !== undefined) rendered[link] = fill(source, values);
		}
		return rendered;
	});
}

const renderItem = (item: ListItem, values: Values): ListItem =>
	hasHoles(item.description) ? { title: item.title, description: fill(item.description, values) } : item;

/** The bubble a customer sees. Parts without variables are the template's own objects, shared by all messages. */
export function render(template: Template, values: Values): AlimTalkBubble {
	const { bubble } = template;
	return {
		...bubble,
		text: fill(bubble.text, values),
		title: maybe(bubble.title, values),
		header: maybe(bubble.header, values),
		highlight: bubble.highlight && {
			...bubble.highlight,
			title: fill(bubble.highlight.title, values),
			description: fill(bubble.highlight.description, values),
		},
		items: bubble.items.length === 0 ? bubble.items : bubble.items.map((item) => renderItem(item, values)),
		summary: bubble.summary && renderItem(bubble.summary, values),
		buttons: renderButtons(bubble.buttons, values),
		quickReplies: renderButtons(bubble.quickReplies, values),
	};
}
