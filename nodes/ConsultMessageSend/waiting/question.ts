import type { ConsultOutcome, Desk, Hub } from '../../../kakao/consult/contract';
import type { ReplyTarget } from '../../../kakao/consult/event';
import type { Conversation } from '../../../kakao/delivery/conversation';
import { parseInstant } from '../../../kakao/message/kst';
import { BadInput, textOf } from '../../shared/badInput';
import type { Choice } from '../../shared/consultWaiting';
import type { Parameters } from '../../shared/parameters';
import { MOST_DAYS } from '../fields/question';
import { quickReplyButton, replyRows, type QuickReply } from '../rows';
import type { Asked } from './asked';

/** What is asked, as it stands in the node. */
export interface Question {
	text: string;
	/** Empty: any words are the answer. */
	choices: readonly QuickReply[];
	approval: boolean;
	/** Whether words that are none of the choices count. */
	otherWordsCount: boolean;
	/** Epoch milliseconds. */
	until: number;
}

/** @throws BadInput */
export function readQuestion(parameters: Parameters, now: number): Question {
	const at = 0;
	const type = parameters.column('responseType', 'Response Type')(at);
	const approval = type === 'approval';
	return {
		text: textOf(parameters.column('message', 'Message')(at), 'Message'),
		choices: approval ? approvalChoices(parameters) : type === 'choice' ? chosenChoices(parameters) : [],
		approval,
		otherWordsCount: parameters.column('otherWords', 'Other Words')(at) !== 'start',
		until: untilOf(parameters, now),
	};
}

export const APPROVE = 'approve';

function approvalChoices(parameters: Parameters): QuickReply[] {
	const label = (name: string, field: string, preset: string) =>
		textOf(parameters.column(name, field)(0), field).trim() || preset;
	return distinct([
		{ label: label('approveLabel', 'Approve Label', '네'), value: APPROVE },
		{ label: label('declineLabel', 'Decline Label', '아니요'), value: 'decline' },
	]);
}

function chosenChoices(parameters: Parameters): QuickReply[] {
	const rows = replyRows(parameters.tree('choices', 'Choices')(0), 'Choices');
	if (rows.length === 0)
		throw new BadInput({ field: 'Choices', text: 'are empty', cure: 'Add one, or wait for a free text.' });
	return distinct(rows.map(({ label, value }) => ({ label, value: value || label })));
}

function distinct(choices: QuickReply[]): QuickReply[] {
	const empty = choices.findIndex(({ label }) => label === '');
	if (empty !== -1) throw new BadInput({ field: `Choices ${empty + 1}`, text: 'has no label', cure: 'Fill it in.' });
	const twice = choices.find(({ label }, at) => choices.findIndex((each) => each.label === label) !== at);
	if (twice)
		throw new BadInput({
			field: 'Choices',
			text: `have "${twice.label}" twice`,
			cure: 'Give each a label of its own.',
		});
	return choices;
}

const MINUTE = 60_000;
const UNITS: Readonly<Record<string, number>> = { minutes: MINUTE, hours: 60 * MINUTE, days: 24 * 60 * MINUTE };

function untilOf(parameters: Parameters, now: number): number {
	const at = 0;
	const dated = parameters.column('limitType', 'Wait')(at) === 'atSpecifiedTime';
	const field = dated ? 'Until' : 'Amount';
	const until = dated
		? parseInstant(parameters.column('maxDateAndTime', field)(at))
		: now +
			Number(parameters.column('resumeAmount', field)(at) ?? 45) *
				(UNITS[String(parameters.column('resumeUnit', 'Unit')(at))] ?? MINUTE);
	if (until === null || Number.isNaN(until))
		throw new BadInput({ field, text: dated ? 'is no time' : 'is no number', cure: 'Say how long to wait.' });
	if (until <= now) throw new BadInput({ field, text: 'lies in the past', cure: 'Leave time for an answer.' });
	if (until > now + MOST_DAYS * UNITS.days!)
		throw new BadInput({
			field,
			text: `is more than ${MOST_DAYS} days away`,
			cure: 'A consult ends by itself 30 days after the customer last wrote. Wait for less.',
		});
	return until;
}

/** What the tap on a choice carries: of this one question, so that a tap on an old one does not answer it. */
const extraOf = (serial: string, at: number) => `${serial}_${at + 1}`;

/** The choices as the trigger looks for them; where they are numbered lines, their numbers count as well. */
export const choicesOf = ({ serial, choices, numbered }: Asked): Choice[] =>
	choices.flatMap(([label], at) => {
		const number = String(at + 1);
		const spellings = numbered ? [label, number, `${number}.`, `${number}번`] : [label];
		return spellings.map((spelling, nth) => ({
			label: spelling,
			extra: nth === 0 ? extraOf(serial, at) : `${extraOf(serial, at)}_${nth}`,
		}));
	});

/** Asks: with quick replies where the hub has them, else with a numbered list below the text. */
export function askIn(
	desk: Desk,
	hub: Hub,
	target: ReplyTarget,
	{ text, choices }: Question,
	serial: string,
): Conversation<ConsultOutcome> {
	if (choices.length === 0) return desk.sendText(target, text, serial);
	if (!hub.capabilities.sends.quickReplies) {
		const lines = choices.map(({ label }, at) => `${at + 1}. ${label}`);
		return desk.sendText(target, [text, '', ...lines].join('\n'), serial);
	}
	const quickReplies = choices.map(({ label }, at) => quickReplyButton(label, extraOf(serial, at)));
	return desk.sendRich(target, { text, buttons: [], quickReplies }, serial);
}
