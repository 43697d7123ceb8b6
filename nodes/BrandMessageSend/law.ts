import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import type { Gate } from '../../kakao/delivery/gate';
import type { BrandMessage, Targeting } from '../../kakao/message/brand/message';
import type { Capabilities, BrandCapabilities } from '../../kakao/message/capabilities';
import type { Problem } from '../../kakao/message/limits';
import type { Reason } from '../../kakao/message/outcome';
import { consentProblem } from '../../kakao/policy/consent';
import type { FrequencyCap } from '../../kakao/policy/frequency';
import { nightGate, type NightChoice } from '../../kakao/policy/night';
import { hasOptedOut, optedOutReason, readOptOuts, type OptOutList } from '../../kakao/policy/optOut';
import { BadInput } from '../shared/badInput';
import type { Column } from '../shared/columns';
import { orProblem } from '../shared/entries';
import { Parameters } from '../shared/parameters';
import type { Desk } from './desk';
import { rowsOf } from '../shared/rows';

/** What the node's parameters ask for beyond the message itself: who gets nothing, and when nothing goes out. */
export interface Law {
	gate: Gate<BrandMessage>;
	caps: FrequencyCap[];
	optOuts: OptOutList;
	/** Why this item's recipients get no advertising, or null. @throws BadInput */
	leavesOut(itemIndex: number, now: number): Reason | null;
	/** Whether the consent that was chosen goes with the targeting. */
	consentProblems(targeting: Targeting): Problem[];
}

/** @throws NodeOperationError when a rule for the whole run cannot be read. */
export function lawOf(context: IExecuteFunctions, items: readonly INodeExecutionData[], { account, brand }: Desk): Law {
	const law = orProblem(context.getNode(), () =>
		readLaw(context, items, account.dealer.capabilities, brand.capabilities),
	);
	if (!('problem' in law)) return law;
	const { field, text, cure } = law.problem;
	throw new NodeOperationError(context.getNode(), `${field} ${text}; nothing was sent`, { description: cure });
}

function readLaw(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	capabilities: Capabilities,
	brand: BrandCapabilities,
): Law {
	const parameters = new Parameters(context, items);
	const byField = parameters.column('consent', 'Consent to Advertising')(0) !== 'friends';
	const consentAt = parameters.column('consentAt', 'Consent Given At');
	const consentGiven = parameters.has('consentAt') && parameters.stored('consentAt') !== '';
	const validDays = validDaysOf(parameters);
	const optedOut: Column | null = parameters.has('leaveOut.optedOut')
		? parameters.column('leaveOut.optedOut', 'Opt-Out Field')
		: null;
	// A row may lack the field where a table leaves empty cells out; all rows lack it where the name is wrong.
	if (optedOut && items.length > 0 && items.every((_, at) => optedOut(at) === undefined))
		throw new BadInput({
			field: 'Opt-Out Field',
			text: 'is missing in every item',
			cure: 'Correct the name of the column, or remove the rule.',
		});
	return {
		gate: nightGate(nightChoice(parameters.column('night', 'At Night')(0)), brand.night, capabilities),
		caps: capsOf(parameters, brand),
		optOuts: optOutsOf(context, parameters),
		leavesOut(itemIndex, now) {
			if (optedOut && hasOptedOut(optedOut(itemIndex))) return optedOutReason;
			if (!byField || !consentGiven) return null;
			return consentProblem(consentAt(itemIndex), now, { validDays });
		},
		consentProblems(targeting) {
			if (byField && !consentGiven)
				return [
					{
						field: 'Consent Given At',
						text: 'is empty',
						cure: 'Map it to the field with the time of consent, or set Consent to "Given by Adding the Channel" for friends.',
					},
				];
			if (byField || targeting === 'I') return [];
			return [
				{
					field: 'Consent to Advertising',
					text: `cannot be "Given by Adding the Channel" with Targeting ${targeting}, which reaches people who are no friends`,
					cure: 'Set it to "From a Field", or use Targeting I.',
				},
			];
		},
	};
}

const nightChoice = (value: unknown): NightChoice => (value === 'skip' || value === 'fail' ? value : 'hold');

/** How long a consent holds; null where no rule is set. A rule that cannot be read must not pass for none. */
function validDaysOf(parameters: Parameters): number | null {
	if (!parameters.has('leaveOut.consentDays')) return null;
	const field = 'Consent Older Than (Days)';
	const given = parameters.column('leaveOut.consentDays', field)(0);
	const days = typeof given === 'string' && given.trim() !== '' ? Number(given) : given;
	if (typeof days === 'number' && days >= 1) return days;
	throw new BadInput({
		field,
		text: given === undefined ? 'is missing: its expression gives nothing' : `is "${String(given)}"`,
		cure: 'Give a number of days from 1, or remove the rule.',
	});
}

const PERIODS: ReadonlySet<unknown> = new Set<FrequencyCap['period']>(['day', 'week', 'month']);

/** The caps that were set, and the dealer's own rule where it has one. */
function capsOf(parameters: Parameters, { onePerDay }: BrandCapabilities): FrequencyCap[] {
	const field = 'Frequency Cap';
	const given = rowsOf(parameters.tree('leaveOut.frequencyCaps', field)(0), 'cap', field).map((row): FrequencyCap => {
		const { most, period = 'day' } = row;
		if (!Number.isInteger(most) || Number(most) < 1)
			throw new BadInput({ field, text: `is "${String(most)}"`, cure: 'Give a whole number from 1.' });
		if (!PERIODS.has(period))
			throw new BadInput({ field, text: `is per "${String(period)}"`, cure: 'Use day, week or month.' });
		return { most: Number(most), period: period as FrequencyCap['period'] };
	});
	return onePerDay ? [{ most: 1, period: 'day' }, ...given] : given;
}

function optOutsOf(context: IExecuteFunctions, parameters: Parameters): OptOutList {
	const given = parameters.column('leaveOut.optOutList', 'Opt-Out List')(0);
	// An empty list leaves nobody out; one that the expression does not find must not do the same.
	if (parameters.has('leaveOut.optOutList') && given === undefined)
		throw new BadInput({
			field: 'Opt-Out List',
			text: 'is missing: its expression gives nothing',
			cure: 'Correct the expression, or remove the option. An empty list or text is taken as "nobody".',
		});
	const list = readOptOuts(given);
	if (list.unreadable === 0) return list;
	const all = list.size + list.unreadable;
	// A column that holds no numbers at all would leave nobody out, silently.
	if (list.size === 0)
		throw new BadInput({
			field: 'Opt-Out List',
			text: `has ${all} entries and no phone number`,
			cure: 'Give rows with a column "phone", or a list of numbers.',
		});
	context.addExecutionHints({
		type: 'warning',
		location: 'outputPane',
		message: `${list.unreadable.toLocaleString('en')} of ${all.toLocaleString('en')} entries of the opt-out list are no phone numbers and were passed over.`,
	});
	return list;
}
