import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import {
	eventProblems,
	readTarget,
	sendEvents,
	type BotEvent,
	type BotTarget,
	type BotTargetType,
} from '../../../kakao/chatbot';
import { converse } from '../../../kakao/delivery/converse';
import type { Problem } from '../../../kakao/message/limits';
import { rejected, type Outcome } from '../../../kakao/message/outcome';
import { flagOf, textOf } from '../../shared/badInput';
import { emitAs } from '../../shared/emit';
import { orProblem, plainText } from '../../shared/entries';
import { Parameters } from '../../shared/parameters';
import { inputReason, refuseBadInput, withinCeiling } from '../../shared/refusals';
import { rowsOf } from '../../shared/rows';
import { botWire } from '../bot';
import { jsonObject, textValues } from '../read/values';

interface Entry {
	subject: { itemIndex: number; messageKey: string; user: string };
	event: BotEvent | null;
	target: BotTarget | null;
	problems: readonly Problem[];
}

/** Lets the bot speak to each item's user: those of the same event share calls. */
export async function sendBotEvent(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const wire = await botWire(context);
	const parameters = new Parameters(context, context.getInputData());
	const entries = prepare(context, parameters);
	if (!context.continueOnFail()) refuseBadInput(context, entries);
	const ceiling = Number(parameters.column('eventOptions.maxRecipients', 'Max Recipients')(0) ?? 0);
	const ready = withinCeiling(
		context,
		entries.filter(({ problems }) => problems.length === 0),
		ceiling,
	);
	const outcomes = new Map<Entry, Outcome>();
	const groups = [...Map.groupBy(ready, ({ event }) => JSON.stringify(event)).values()];
	const jobs = groups.map((group) => ({ event: group[0]!.event!, targets: group.map(({ target }) => target!) }));
	const told = (await converse(sendEvents(jobs), wire)).flat();
	groups.flat().forEach((entry, at) => outcomes.set(entry, told[at]!));
	const includeRaw = parameters.column('eventOptions.includeRaw', 'Include Raw Answer')(0) === true;
	const settled = entries.map((entry) => ({
		...entry,
		outcome: outcomes.get(entry) ?? rejected(inputReason(entry.problems)),
	}));
	return emitAs(context, settled, { toItem: ({ subject, outcome }) => toItem(subject, outcome, includeRaw) });
}

function prepare(context: IExecuteFunctions, parameters: Parameters): Entry[] {
	const node = context.getNode();
	const eventAt = eventReader(parameters);
	const userAt = parameters.column('user', 'User');
	const typeAt = parameters.column('userType', 'User Is Given By');
	return context.getInputData().map((_, itemIndex): Entry => {
		const event = orProblem(node, () => ({ read: eventAt(itemIndex) }));
		const user = orProblem(node, () => ({ given: userAt(itemIndex) }));
		const target =
			'given' in user ? readTarget(typeAt(itemIndex) as BotTargetType, user.given) : { problems: [user.problem] };
		const wrong = 'read' in event ? eventProblems(event.read) : [event.problem];
		const given = 'given' in user ? plainText(user.given) : '';
		return {
			subject: { itemIndex, messageKey: given, user: given },
			event: 'read' in event ? event.read : null,
			target: 'problems' in target ? null : target,
			problems: [...wrong, ...('problems' in target ? target.problems : [])],
		};
	});
}

/** @returns a reader that throws BadInput for an item whose event cannot be read */
function eventReader(parameters: Parameters): (itemIndex: number) => BotEvent {
	const [botId, name] = [parameters.column('botId', 'Bot ID'), parameters.column('eventName', 'Event Name')];
	const [data, params] = [
		parameters.tree('data', 'Data'),
		parameters.column('eventOptions.params', 'Skill Parameters'),
	];
	const development = parameters.column('eventOptions.development', 'Development Channel');
	return (at) => {
		const values = rowsOf(data(at) ?? {}, 'entry', 'Data').map(({ name: key, value }): [string, unknown] => [
			String(key ?? ''),
			value,
		]);
		return {
			botId: textOf(botId(at), 'Bot ID'),
			name: textOf(name(at), 'Event Name'),
			development: flagOf(development(at), 'Development Channel') || undefined,
			data: values.length > 0 ? textValues(Object.fromEntries(values) as IDataObject) : undefined,
			params: jsonObject(params(at), 'Skill Parameters'),
		};
	};
}

function toItem({ itemIndex, user }: Entry['subject'], outcome: Outcome, includeRaw: boolean): INodeExecutionData {
	const json: IDataObject = {
		outcome: outcome.outcome,
		user,
		messageId: outcome.messageId,
		reason: outcome.reason as IDataObject | null,
	};
	if (includeRaw && outcome.raw !== undefined) json.raw = outcome.raw as IDataObject;
	return { json, pairedItem: { item: itemIndex } };
}
