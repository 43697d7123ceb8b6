import type { SkillRequest } from '../../kakao/chatbot';
import { trim } from './triggerMemory';

/** Schema of a skill call's item, by which the Respond node knows it. */
export const SKILL_SCHEMA: SkillRequest['schema'] = 'kakao.skill/1';

/** What the Respond node has to know of a call, beside what it says. */
export interface SkillReply {
	/** Tells calls apart. */
	callId: string;
	/** ISO, Korean time. Up to then the flow can answer the call itself. */
	answerBy: string;
	/** ISO, Korean time. Up to then an answer is taken at the callback address; null where there is none. */
	callbackBy: string | null;
	/** The customer has been told to wait at once: the answer goes to the callback address. */
	isPromised: boolean;
}

/** A skill call as the flow gets it. */
export interface SkillItem extends SkillRequest {
	receivedAt: string;
	reply: SkillReply;
}

/** Who waits for the answer of a call. */
export interface Caller {
	/** Has hung up, or has been answered by somebody else. */
	isGone(): boolean;
	answer(body: object): void;
}

/**
 * `taken`: this one answers. `waiting`: the customer was told to wait already. `answered`: so was the call. `gone`: nobody
 * listens any more. `elsewhere`: the call came in through another process, of which this one knows nothing.
 */
export type Turn =
	{ kind: 'taken'; answer: Caller['answer'] } | { kind: 'waiting' | 'answered' | 'gone' | 'elsewhere' };

interface LiveCall {
	/** Null once nobody needs it any more: it holds the response. */
	caller: Caller | null;
	by: 'flow' | 'clock' | null;
	/** The callback address works once. */
	calledBack: boolean;
}

/** The latest calls that this process has received or answered: long enough for those that are still to be called back. */
const KEPT = 10_000;

const calls = new Map<string, LiveCall>();

function note(callId: string, call: LiveCall): void {
	calls.set(callId, call);
	trim(calls, KEPT);
}

/** Notes a call that waits for its answer. */
export function expectAnswer(callId: string, caller: Caller): void {
	note(callId, { caller, by: null, calledBack: false });
}

/** Takes the one turn there is to answer a call: either the flow has it or the clock. */
export function takeTurn(callId: string, by: 'flow' | 'clock'): Turn {
	const call = calls.get(callId);
	if (!call) return { kind: 'elsewhere' };
	if (call.by !== null) return { kind: call.by === 'clock' ? 'waiting' : 'answered' };
	const { caller } = call;
	call.caller = null;
	if (!caller || caller.isGone()) return { kind: 'gone' };
	call.by = by;
	return { kind: 'taken', answer: (body) => caller.answer(body) };
}

/** Notes that a call of another process is answered from here, so that a second Respond node does not answer it again. */
export function noteAnswered(callId: string): void {
	note(callId, { caller: null, by: 'flow', calledBack: false });
}

/** Uses up the callback address. @returns whether it is still unused, as far as this process knows */
export function spendCallback(callId: string): boolean {
	const call = calls.get(callId);
	if (call?.calledBack) return false;
	if (call) call.calledBack = true;
	else note(callId, { caller: null, by: 'clock', calledBack: true });
	return true;
}
