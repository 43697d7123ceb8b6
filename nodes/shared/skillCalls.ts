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

/**
 * `taken`: this one answers. `waiting`: the customer was told to wait already. `answered`: so was the call. `gone`: nobody
 * listens any more. `elsewhere`: the call came in through another process, of which this one knows nothing.
 */
export type Turn = 'taken' | 'waiting' | 'answered' | 'gone' | 'elsewhere';

interface LiveCall {
	isGone: () => boolean;
	by: 'flow' | 'clock' | null;
	/** The callback address works once. */
	calledBack: boolean;
}

/** Calls that this process has received, the latest ones: long enough for those that are still to be called back. */
const KEPT = 10_000;

const calls = new Map<string, LiveCall>();

/** Notes a call that waits for its answer. @param isGone whether its sender has hung up */
export function expectAnswer(callId: string, isGone: () => boolean): void {
	calls.set(callId, { isGone, by: null, calledBack: false });
	trim(calls, KEPT);
}

/** Takes the one turn there is to answer a call: either the flow has it or the clock. */
export function takeTurn(callId: string, by: 'flow' | 'clock'): Turn {
	const call = calls.get(callId);
	if (!call) return 'elsewhere';
	if (call.by !== null) return call.by === 'clock' ? 'waiting' : 'answered';
	const isGone = call.isGone();
	// Lets go of the response, which would be kept with the call.
	call.isGone = () => isGone;
	if (isGone) return 'gone';
	call.by = by;
	return 'taken';
}

/** Uses up the callback address. @returns whether it is still unused, as far as this process knows */
export function spendCallback(callId: string): boolean {
	const call = calls.get(callId);
	if (call?.calledBack) return false;
	if (call) call.calledBack = true;
	return true;
}
