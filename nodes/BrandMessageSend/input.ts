import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { BrandInput } from '../../kakao/message/brand/compose';
import type { BrandTemplate } from '../../kakao/message/brand/content';
import type { Targeting } from '../../kakao/message/brand/message';
import { BadInput, flagOf, textOf } from '../shared/badInput';
import { commonInput, commonReaders } from '../shared/input';
import { Parameters } from '../shared/parameters';
import type { PictureSources } from './pictures';
import { contentReader } from './read/content';

/** Readers of every parameter that makes a Brand Message. */
export type BrandReaders = ReturnType<typeof brandReaders>;

export function brandReaders(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	sources: PictureSources,
) {
	const parameters = new Parameters(context, items);
	const common = commonReaders(parameters, items);
	const freeForm = parameters.column('messageForm', 'Message')(0) !== 'template';
	return {
		...common,
		freeForm,
		// What is written in the node is filled in from the item's own columns.
		variables: freeForm ? (at: number) => items[at]!.json : common.variables,
		content: contentReader(context, items, (at) => sources.namePicture(at)),
		premiumVideo: parameters.column('premiumVideo', 'Allow Premium Video')(0) === true,
		targeting: parameters.column('targeting', 'Targeting'),
		adult: parameters.column('options.adult', 'For Adults Only'),
		silent: parameters.column('options.silent', 'Silent'),
		unsubscribeNumber: parameters.column('options.unsubscribeNumber', 'Opt-Out Number (080)'),
		unsubscribeCode: parameters.column('options.unsubscribeCode', 'Opt-Out Code'),
	};
}

/**
 * What one item gives for its message.
 * @throws BadInput naming the parameter that cannot be used.
 */
export function brandInput(
	read: BrandReaders,
	at: number,
	senderProfile: string,
	template: BrandTemplate | null,
): BrandInput {
	const content = template ? template.content : read.content(at);
	if (content.kind === 'PREMIUM_VIDEO' && !read.premiumVideo)
		throw new BadInput({
			field: template ? 'Template' : 'Kind',
			text: 'is a premium video, and Kakao TV, where such videos lay, closed on 2026-06-30',
			cure: 'If your video was uploaded to Kakao through your dealer, switch on "Allow Premium Video".',
		});
	return {
		...commonInput(read, at),
		senderProfile,
		template,
		content,
		targeting: targetingOf(read.targeting(at)),
		// A template brings its own; the form hides the option, an older setting may still stand there.
		adult: template === null && flagOf(read.adult(at), 'For Adults Only'),
		pushAlarm: !flagOf(read.silent(at), 'Silent'),
		unsubscribe: {
			number: textOf(read.unsubscribeNumber(at), 'Opt-Out Number (080)'),
			authNumber: textOf(read.unsubscribeCode(at), 'Opt-Out Code'),
		},
	};
}

function targetingOf(value: unknown): Targeting {
	if (value === 'I' || value === 'M' || value === 'N') return value;
	throw new BadInput({ field: 'Targeting', text: `is "${String(value)}"`, cure: 'Use I, M or N.' });
}
