import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

import type { Made } from '../../../kakao/message/made';
import { type ConsultForm, postForm } from '../../../kakao/consult/entry/form';
import { chatLink, consultLink } from '../../../kakao/consult/entry/links';
import { makeExtra } from '../../../kakao/consult/entry/metadata';
import { qrMatrix } from '../../../kakao/consult/entry/qr/matrix';
import { qrPng } from '../../../kakao/consult/entry/qr/png';
import { qrSvg } from '../../../kakao/consult/entry/qr/svg';
import type { Problem } from '../../../kakao/message/limits';
import { BadInput, textOf } from '../../shared/badInput';
import { emitAs } from '../../shared/emit';
import { orProblem } from '../../shared/entries';
import { Parameters } from '../../shared/parameters';
import { inputReason, refuseBadInput } from '../../shared/refusals';
import { RowReader, rowsOf } from '../../shared/rows';
import { LINKS } from '../words';

interface Entry {
	link: string;
	/** HTML of the button; empty for the plain chat. */
	html: string;
	/** What the button carries. */
	extra: string;
}

/** Links, buttons and QR codes with which customers begin. Asks nobody anything. */
export async function buildEntryLink(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = context.getInputData();
	const parameters = new Parameters(context, items);
	const read = entryReader(parameters);
	const qrAt = qrReader(parameters);
	const entries = items.map((_, itemIndex) => {
		const made = orProblem(context.getNode(), () => ({ qr: qrAt(itemIndex), made: read(itemIndex) }));
		const problems = 'problem' in made ? [made.problem] : 'problems' in made.made ? made.made.problems : [];
		const entry = 'made' in made && 'value' in made.made ? made.made.value : null;
		const qr = 'qr' in made ? made.qr : null;
		return { subject: { itemIndex, messageKey: '' }, entry, qr, problems: problems.map(named) };
	});
	if (!context.continueOnFail()) refuseBadInput(context, entries, LINKS.wording);
	const binaries: Pick<INodeExecutionData, 'binary'>[] = [];
	for (const { entry, qr } of entries) binaries.push(entry && qr ? await qrOf(context, entry.link, qr) : {});
	const settled = entries.map(({ subject, entry, problems }) => ({
		subject,
		entry,
		outcome: entry ? { outcome: 'done', reason: null } : { outcome: 'rejected', reason: inputReason(problems) },
	}));
	return emitAs(context, settled, {
		toItem: ({ subject: { itemIndex }, entry, outcome }) => ({
			json: { ...outcome, operation: 'buildEntryLink', ...entry } as unknown as IDataObject,
			...binaries[itemIndex],
			pairedItem: { item: itemIndex },
		}),
		words: LINKS.words,
	});
}

const NAMES: Readonly<Record<string, string>> = {
	channel: 'Channel',
	metadata: 'Metadata',
	bot: 'Begin With',
	event: 'Bot Event',
	'app open type': 'App Opens',
};

const named = (problem: Problem): Problem => ({ ...problem, field: NAMES[problem.field] ?? problem.field });

function entryReader(parameters: Parameters): (at: number) => Made<Entry> {
	const consult = parameters.column('entryKind', 'Kind')(0) !== 'chat';
	const channel = parameters.column('entryChannel', 'Channel');
	const metadata = parameters.tree('metadata', 'Metadata');
	const options = parameters.tree('entryOptions', 'Options');
	return (at) => {
		const id = textOf(channel(at), 'Channel').trim();
		if (!consult) {
			const link = chatLink(id);
			return 'value' in link ? { value: { link: link.value, html: '', extra: '' } } : link;
		}
		const carried = metadataOf(metadata(at));
		const [link, html] = [consultLink(id, carried), postForm({ searchId: id, extra: carried, ...formOf(options(at)) })];
		const extra = makeExtra(carried);
		if ('value' in link && 'value' in html && 'value' in extra)
			return { value: { link: link.value, html: html.value, extra: extra.value } };
		const problems = [link, html].flatMap((made) => ('problems' in made ? made.problems : []));
		const distinct = new Map(problems.map((problem) => [`${problem.field} ${problem.text}`, problem]));
		return { problems: [...distinct.values()] };
	};
}

/** @throws BadInput for a name that stands twice: one of its values would be lost */
function metadataOf(value: unknown): Record<string, string> {
	const params: Record<string, string> = {};
	rowsOf(value, 'value', 'Metadata').forEach((given, at) => {
		const row = new RowReader(given, `Metadata ${at + 1}`);
		const [name, text] = [row.text('name'), row.text('value')];
		row.done();
		if (Object.hasOwn(params, name))
			throw new BadInput({
				field: 'Metadata',
				text: `has "${name}" twice`,
				cure: 'Give each value a name of its own.',
			});
		if (name !== '' || text !== '') params[name] = text;
	});
	return params;
}

function formOf(value: unknown) {
	const options = (value ?? {}) as IDataObject;
	const [event, label] = [textOf(options.event, 'Bot Event').trim(), textOf(options.label, 'Button Label').trim()];
	// An expression may give anything, also true and false themselves: the form says what Kakao does not know.
	const bot = String(options.bot ?? '') as ConsultForm['bot'] | '';
	const appOpenType = String(options.appOpenType ?? '') as ConsultForm['appOpenType'] | '';
	return { ...(bot && { bot }), ...(event && { event }), ...(appOpenType && { appOpenType }), ...(label && { label }) };
}

const FORMATS = ['none', 'png', 'svg'] as const;

interface Qr {
	format: (typeof FORMATS)[number];
	/** Binary field. */
	field: string;
}

function qrReader(parameters: Parameters): (at: number) => Qr {
	const code = parameters.column('qrCode', 'QR Code');
	const field = parameters.column('entryOptions.qrField', 'Put QR Code in Field');
	return (at) => {
		const format = FORMATS.find((each) => each === (code(at) ?? 'none'));
		if (format) return { format, field: textOf(field(at), 'Put QR Code in Field').trim() || 'data' };
		const text = `is "${String(code(at))}"`;
		throw new BadInput({ field: 'QR Code', text, cure: `Use one of ${FORMATS.join(', ')}.` });
	};
}

async function qrOf(
	context: IExecuteFunctions,
	link: string,
	{ format, field }: Qr,
): Promise<Pick<INodeExecutionData, 'binary'>> {
	if (format === 'none') return {};
	// Thousands of codes are a minute of drawing: in between n8n must be able to answer its webhooks.
	await sleep(0);
	const matrix = qrMatrix(link);
	const bytes = Buffer.from(format === 'svg' ? qrSvg(matrix) : qrPng(matrix));
	const type = format === 'svg' ? 'image/svg+xml' : 'image/png';
	return { binary: { [field]: await context.helpers.prepareBinaryData(bytes, `consult-qr.${format}`, type) } };
}
