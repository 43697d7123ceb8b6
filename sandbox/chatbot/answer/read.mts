import { parseJson } from '../../dealers/shape.mts';
import { CAROUSEL_TYPES, type BotOutput, type BotQuickReply } from '../content.mts';
import type { SkillProblem } from '../types.mts';
import { checkQuickReplies } from './buttons.mts';
import { CARDS, checkSimpleImage } from './cards.mts';
import { Report, type Fields } from './report.mts';

/** One of `context.values`. */
export interface ContextValue { name: string; lifeSpan: number; ttl: number | null; params: Readonly<Record<string, unknown>> }

/** A skill's answer as Kakao takes it. */
export interface SkillAnswer {
	outputs: readonly BotOutput[];
	quickReplies: readonly BotQuickReply[];
	/** The skill asks to answer later. */
	useCallback: boolean;
	/** Null when there is no template: the block's own bubble is filled with `data`. */
	hasTemplate: boolean;
	data: Readonly<Record<string, unknown>>;
	contexts: readonly ContextValue[];
	problems: readonly SkillProblem[];
	isFaulty: boolean;
}

const TEXT_MAX = 1000;
const OUTPUTS_MAX = 3;
const OUTPUT_KINDS: readonly string[] = ['simpleText', 'simpleImage', 'carousel', ...CAROUSEL_TYPES];
const isCard = (kind: string | null): kind is keyof typeof CARDS => kind !== null && Object.hasOwn(CARDS, kind);

function checkCarousel(report: Report, carousel: Fields, path: string): void {
	const type = report.oneOf(carousel, 'type', path, CAROUSEL_TYPES);
	const items = report.list(carousel['items'], `${path}.items`, 1, type === 'listCard' ? 5 : 10);
	if (carousel['header'] !== undefined && (type === 'textCard' || type === 'listCard')) {
		report.error(`${path}.header`, `${type} 케로셀에는 헤더를 쓸 수 없습니다.`, `a ${type} carousel has no header.`);
	}
	if (!isCard(type)) return;
	for (const [index, item] of items.entries()) CARDS[type](report, report.fields(item, `${path}.items[${index}]`), `${path}.items[${index}]`, true);
}

function checkOutput(report: Report, value: unknown, path: string): void {
	const output = report.fields(value, path);
	const kinds = Object.keys(output).filter((kind) => OUTPUT_KINDS.includes(kind));
	const [kind] = kinds;
	if (kind === undefined || kinds.length > 1) {
		return report.error(path, `${OUTPUT_KINDS.join(', ')} 중 하나여야 합니다.`, `must hold one of ${OUTPUT_KINDS.join(', ')}.`);
	}
	const at = `${path}.${kind}`;
	const inside = report.fields(output[kind], at);
	if (kind === 'simpleText') report.text(inside, 'text', at, { max: TEXT_MAX, required: true });
	else if (kind === 'simpleImage') checkSimpleImage(report, inside, at);
	else if (kind === 'carousel') checkCarousel(report, inside, at);
	else if (isCard(kind)) CARDS[kind](report, inside, at, false);
}

function checkTemplate(report: Report, value: unknown, mayBeEmpty: boolean): Fields {
	const template = report.fields(value, 'template');
	const outputs = report.list(template['outputs'], 'template.outputs', mayBeEmpty ? 0 : 1, OUTPUTS_MAX);
	for (const [index, output] of outputs.entries()) checkOutput(report, output, `template.outputs[${index}]`);
	checkQuickReplies(report, template['quickReplies'], 'template.quickReplies');
	return template;
}

function contextsIn(report: Report, value: unknown): ContextValue[] {
	if (value === undefined || value === null) return [];
	const values = report.list(report.fields(value, 'context')['values'], 'context.values', 0, Infinity);
	return values.map((one, index) => {
		const path = `context.values[${index}]`;
		const fields = report.fields(one, path);
		const name = report.text(fields, 'name', path, { required: true }) ?? '';
		const lifeSpan = report.wholeNumber(fields, 'lifeSpan', path, true) ?? 0;
		const params = fields['params'] === undefined ? {} : report.fields(fields['params'], `${path}.params`);
		return { name, lifeSpan, ttl: report.wholeNumber(fields, 'ttl', path, false), params };
	});
}

/**
 * Reads what a skill server answered, and says what the Admin Center would find wrong with it.
 * @param mayBeEmpty an event block may say nothing (facts 7.2)
 */
export function readAnswer(text: string, mayBeEmpty: boolean): SkillAnswer {
	const report = new Report();
	const body = parseJson(text);
	if (body === undefined) report.error('', '응답이 JSON이 아닙니다.', 'the answer is not JSON.');
	const answer = body === undefined ? {} : report.fields(body, '');
	if (body !== undefined && answer['version'] !== '2.0') {
		const ko = 'version은 "2.0"이어야 합니다. 없으면 옛 v1 응답으로 읽습니다.';
		report.error('version', ko, 'must be "2.0"; without it the answer is read as the old v1.');
	}
	const useCallback = answer['useCallback'] === true;
	const data = answer['data'] === undefined || answer['data'] === null ? {} : report.fields(answer['data'], 'data');
	const hasTemplate = answer['template'] !== undefined && answer['template'] !== null;
	if (!hasTemplate && !useCallback && answer['data'] === undefined && body !== undefined) {
		report.error('template', '필수 값입니다.', 'is required.');
	}
	const template = hasTemplate && !useCallback ? checkTemplate(report, answer['template'], mayBeEmpty) : {};
	const contexts = contextsIn(report, answer['context']);
	// What was not found wanting has the shapes of content.mts.
	const said = report.isFaulty ? {} : (template as { outputs?: BotOutput[] | null; quickReplies?: BotQuickReply[] | null });
	return {
		outputs: said.outputs ?? [], quickReplies: said.quickReplies ?? [], useCallback, hasTemplate, data, contexts,
		problems: report.problems, isFaulty: report.isFaulty,
	};
}
