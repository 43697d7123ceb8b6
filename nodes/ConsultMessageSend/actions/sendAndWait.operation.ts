import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError, SEND_AND_WAIT_OPERATION } from 'n8n-workflow';

import { consultAccountOf } from '../../shared/consultAccount';
import type { WaitingNote } from '../../shared/consultWaiting';
import { Parameters } from '../../shared/parameters';
import { inputReason, refuseBadInput } from '../../shared/refusals';
import { wireOf } from '../../shared/wire';
import { emitConsult } from '../emit';
import { carryOut, refused, wantsRaw, workbench } from '../perform';
import { planOf, type Done, type Operation } from '../plan';
import { prepare, type ConsultEntry } from '../prepare';
import type { Addressee } from '../target';
import { ASKED, packAsked, toAsked, unanswered } from '../waiting/asked';
import { leaveNote, withdrawNote } from '../waiting/note';
import { askIn, choicesOf, readQuestion, type Question } from '../waiting/question';

/**
 * Asks the customer something and lets the execution wait. The trigger is told first, because an answer can be there
 * before the hub has said that the question is.
 */
export async function sendAndWait(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const { account, stored } = await consultAccountOf(context);
	let question: Question | undefined;
	const asking: Operation = {
		ability: 'send texts',
		can: () => true,
		addresses: 'open',
		reader: ({ items, desk, hub }) => {
			const parameters = new Parameters(context, items);
			return () => {
				const asked = readQuestion(parameters, Date.now());
				question = asked;
				return (target, serial) => planOf(() => askIn(desk, hub, target, asked, serial));
			};
		},
	};
	const bench = workbench(context, account.hub, asking);
	oneItem(context, bench.items);
	const includeRaw = wantsRaw(bench);
	const entry = prepare(bench, SEND_AND_WAIT_OPERATION, asking)[0]!;
	if (!context.continueOnFail()) refuseBadInput(context, [entry]);
	const { target, messageKey: serial } = entry.subject;
	const emitted = (done: Done) => {
		const outcome = { ...done, found: unanswered(target) };
		return emitConsult(context, SEND_AND_WAIT_OPERATION, [{ subject: entry.subject, outcome }], includeRaw);
	};
	if (entry.settled) return emitted(entry.settled);
	if (!entry.plan || !target || !question) return emitted(refused(entry.reason ?? inputReason(entry.problems)));

	const note = noteOf(context, target, question, serial, !account.hub.capabilities.sends.quickReplies);
	await leaveNote(context, stored, target, note);
	const outcome = await carryOut(context, entry, wireOf(context, account));
	if (outcome.outcome !== 'sent') {
		await withdrawNote(context, stored, target, note);
		return emitted(outcome);
	}
	leaveForTimeOut(context, entry, outcome);
	pairSecondOutput(context);
	await context.putExecutionToWait(new Date(question.until));
	// A list of its own: with an error output n8n (2.41, handleNodeErrorOutput) empties the one it gets, and with the
	// input itself nothing would be left to go on with when the time is over.
	return [[...context.getInputData()]];
}

function oneItem(context: IExecuteFunctions, items: readonly INodeExecutionData[]): void {
	if (items.length === 1) return;
	throw new NodeOperationError(
		context.getNode(),
		`${items.length} items came in, and an execution can wait for one answer only; nothing was asked`,
		{
			description:
				'Put "Loop Over Items" before this node, or call a sub-workflow for each customer so that all are asked at once.',
		},
	);
}

function noteOf(
	context: IExecuteFunctions,
	{ provider, senderKey, userKey, chatId }: Addressee,
	question: Question,
	serial: string,
	numbered: boolean,
): WaitingNote {
	const asked = toAsked(serial, question, numbered);
	return {
		customer: { provider, senderKey, userKey, chatId },
		resumeUrl: context.getSignedResumeUrl({ [ASKED]: packAsked(asked) }),
		until: question.until,
		choices: question.otherWordsCount ? [] : choicesOf(asked),
	};
}

/** When the time is over, n8n lets the node's input through as it is then: so it says by itself what has happened. */
function leaveForTimeOut(context: IExecuteFunctions, { subject }: ConsultEntry, { messageId, sessionId }: Done): void {
	const item = context.getInputData()[0]!;
	item.json = { ...item.json, ...unanswered(subject.target), outcome: 'timedOut', messageId, sessionId };
}

/**
 * What is resumed through the second output n8n (2.41, addPairedItemLineage) takes for something from a second input.
 * Without a source for that, expressions such as `$('…').item` fail behind the output "Ended".
 */
function pairSecondOutput(context: IExecuteFunctions): void {
	const { source } = context.getExecuteData();
	if (source?.main?.length === 1) source.main.push(source.main[0]!);
}
