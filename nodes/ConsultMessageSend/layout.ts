import type { IDataObject } from 'n8n-workflow';

import type { BubbleLayout, RichBubble } from '../../kakao/consult/contract';
import { BadInput, textOf } from '../shared/badInput';
import type { Parameters } from '../shared/parameters';

const LAYOUTS: readonly BubbleLayout[] = ['text', 'image', 'wideImage', 'itemList', 'wideItemList', 'carousel'];

/** A reader of what gives a bubble another form; absent parts stay absent. */
export function layoutReader(parameters: Parameters) {
	const read = {
		form: parameters.column('layout.form', 'Form'),
		header: parameters.column('layout.header', 'Header'),
		description: parameters.column('layout.description', 'Description'),
		extra: parameters.tree('layout.extra', 'Raw Fields'),
	};
	return (at: number): Pick<RichBubble, 'layout' | 'header' | 'description' | 'extra'> => {
		const layout = layoutOf(read.form(at));
		const header = textOf(read.header(at), 'Header').trim();
		const description = textOf(read.description(at), 'Description').trim();
		const extra = fieldsOf(read.extra(at));
		return {
			...(layout && { layout }),
			...(header !== '' && { header }),
			...(description !== '' && { description }),
			...(extra && { extra }),
		};
	};
}

function layoutOf(given: unknown): BubbleLayout | undefined {
	if (given === undefined || given === null || given === '') return undefined;
	const layout = LAYOUTS.find((each) => each === given);
	if (layout) return layout;
	throw new BadInput({ field: 'Form', text: `is "${String(given)}"`, cure: `Use one of ${LAYOUTS.join(', ')}.` });
}

function fieldsOf(given: unknown): IDataObject | undefined {
	const value = typeof given === 'string' ? parsed(given) : (given ?? {});
	if (typeof value !== 'object' || value === null || Array.isArray(value)) throw noObject('are no object');
	return Object.keys(value).length > 0 ? (value as IDataObject) : undefined;
}

function parsed(text: string): unknown {
	if (text.trim() === '') return {};
	try {
		return JSON.parse(text) as unknown;
	} catch (error) {
		throw noObject(`are no valid JSON (${(error as Error).message})`);
	}
}

const noObject = (text: string) => new BadInput({ field: 'Raw Fields', text, cure: 'Give an object of fields.' });
