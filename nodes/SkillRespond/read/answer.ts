import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { buildAnswer, type ContextValue, type Part, type SkillAnswer } from '../../../kakao/chatbot';
import type { Made } from '../../../kakao/message/made';
import { BadInput, flagOf } from '../../shared/badInput';
import { compact } from '../../shared/buttonRows';
import { RowReader, rowsOf, type Row } from '../../shared/rows';
import type { SkillItem } from '../../shared/skillCalls';
import { quickRepliesOf } from './buttons';
import { cardOf, cardsOf } from './cards';
import { jsonObject, numberIn, textValues } from './values';

/** The answer that the form describes, in the form of Kakao, or everything that is wrong with it. */
export function answerIn(context: IExecuteFunctions, { kind, groupKey }: SkillItem): Made<object> {
	try {
		if (context.getNodeParameter('respondWith', 0) === 'json') return ownAnswer(context.getNodeParameter('json', 0));
		if (kind === 'validation') return { problems: [BUBBLES] };
		return buildAnswer(formAnswer(context), groupKey === null ? 'person' : 'group');
	} catch (error) {
		if (error instanceof BadInput) return { problems: [error.problem] };
		throw new NodeOperationError(context.getNode(), error as Error);
	}
}

const BUBBLES = {
	field: 'Respond With',
	text: 'builds bubbles, and this call checks a parameter',
	cure: 'Choose Own JSON and answer { "status": "SUCCESS" } or { "status": "FAIL", "message": "…" }.',
};

function ownAnswer(given: unknown): Made<object> {
	const answer = jsonObject(given, 'Answer');
	if (answer && Object.keys(answer).length > 0) return { value: answer };
	const cure = 'Give the whole answer as JSON, like { "version": "2.0", "template": { … } }.';
	return { problems: [{ field: 'Answer', text: 'is empty', cure }] };
}

function formAnswer(context: IExecuteFunctions): SkillAnswer {
	const rows = (name: string) =>
		context.getNodeParameter(
			context.getNodeParameter(`${name}From`, 0, 'form') === 'array' ? `${name}Array` : name,
			0,
			{},
		);
	const options = context.getNodeParameter('answerOptions', 0, {}) as IDataObject;
	return compact({
		parts: partsOf(rows('parts')),
		quickReplies: quickRepliesOf(rows('quickReplies')),
		contexts: rowsOf(options.contexts ?? {}, 'context', 'Context Values').map(contextOf),
		data: jsonObject(options.data, 'Data'),
		silent: flagOf(options.silent, 'Say Nothing') || undefined,
	});
}

const partsOf = (value: unknown): Part[] =>
	rowsOf(value, 'part', 'Parts').map((row, at) => partOf(row, `Parts ${at + 1}`));

function partOf(given: Row, field: string): Part {
	const row = new RowReader(given, field);
	const type = row.optional('type') ?? 'simpleText';
	if (type !== 'simpleText' && type !== 'simpleImage' && type !== 'carousel') return cardOf(row, type, field, NO_CARDS);
	const part = type === 'carousel' ? carouselOf(row, field) : bareOf(row, type);
	row.done();
	return part;
}

const NO_CARDS: readonly Part['type'][] = ['simpleText', 'simpleImage', 'carousel'];

const bareOf = (row: RowReader, type: 'simpleText' | 'simpleImage'): Part =>
	type === 'simpleText'
		? { type, text: row.text('text') }
		: compact({ type, imageUrl: row.text('image'), altText: row.optional('altText') });

function carouselOf(row: RowReader, field: string): Part {
	const [title, imageUrl] = [row.optional('openingTitle'), row.optional('openingImage')];
	const description = row.text('openingText');
	const opens = title !== undefined || imageUrl !== undefined || description !== '';
	return compact({
		type: 'carousel' as const,
		cards: cardsOf(row.value('cards'), `${field} cards`),
		header: opens ? { title: title ?? '', description, thumbnail: { imageUrl: imageUrl ?? '' } } : undefined,
	});
}

/** Of the form: rows of an array may leave it out. */
const LIFE_SPAN = 5;

function contextOf(given: Row, at: number): ContextValue {
	const field = `Context Values ${at + 1}`;
	const row = new RowReader(given, field);
	const params = jsonObject(row.value('params'), `${field} values`);
	const value: ContextValue = compact({
		name: row.text('name'),
		lifeSpan: numberIn(row, 'lifeSpan', field) ?? LIFE_SPAN,
		ttl: numberIn(row, 'ttl', field),
		params: params && textValues(params),
	});
	row.done();
	return value;
}
