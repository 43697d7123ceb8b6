import { readAnswer, type SkillAnswer } from './answer/read.mts';
import type { ChatbotBehaviours } from './behaviour.mts';
import type { Talk } from './conversation.mts';
import { fill } from './fill.mts';
import { callSkill } from './skill/call.mts';
import type { CallbackSlot, CallbackUrls } from './skill/callbacks.mts';
import { skillBody } from './skill/request.mts';
import type { Bot, BotBlock, ConversationEntry, SkillCall, SkillProblem } from './types.mts';

/** Why a block is asked. */
export interface Cause {
	utterance: string;
	clientExtra: object | null;
	params: Readonly<Record<string, string>>;
	/** Set when an event asks: then nothing may be said, and no callback is offered. */
	eventData: Readonly<Record<string, unknown>> | null;
}

/** What came of it; `entry` null when the bot stays silent. */
export interface Reply { entry: ConversationEntry | null; call: SkillCall | null; problems: readonly SkillProblem[] }

const problem = (ko: string, en: string): SkillProblem => ({ severity: 'error', path: 'useCallback', message: { ko, en } });

/** How a bot comes to its answers. */
export class Engine {
	readonly #behaviours: ChatbotBehaviours;
	readonly #callbacks: CallbackUrls;
	#stopping = new AbortController();

	constructor(behaviours: ChatbotBehaviours, callbacks: CallbackUrls) {
		this.#behaviours = behaviours;
		this.#callbacks = callbacks;
	}

	stop(): void {
		this.#stopping.abort();
		this.#stopping = new AbortController();
	}

	/** Lets a block answer. Nothing is said any more once everything was stopped. */
	async answer(bot: Bot, block: BotBlock, talk: Talk, cause: Cause): Promise<Reply> {
		if (!block.skill || !bot.skillUrl) return this.#fixed(bot, block, talk, cause);
		const { signal } = this.#stopping;
		const { timeoutMs, callbackMs, payload } = this.#behaviours.now;
		const mayCallBack = block.callback && bot.aiChatbot && cause.eventData === null && payload !== 'tester';
		const slot = mayCallBack ? this.#callbacks.offer(talk, block, callbackMs, (expired) => this.#expired(expired)) : null;
		const { utterance, clientExtra, params } = cause;
		const body = skillBody({
			bot, block, person: talk.person, utterance, clientExtra, params, contexts: talk.contexts, payload,
			callbackUrl: slot && this.#callbacks.urlOf(slot),
		});
		const called = await callSkill(bot.skillUrl, bot.skillHeaders, body, timeoutMs, signal);
		if (signal.aborted) return { entry: null, call: called.call, problems: [] };
		const reply = called.problem
			? this.#failed(bot, block, talk, cause, called.call, [called.problem])
			: this.#read(bot, block, talk, cause, called.call, slot);
		// A skill that has answered in full has no use for the URL any more.
		if (slot && !talk.awaited.has(slot.token)) this.#callbacks.take(slot.token);
		return reply;
	}

	/** What comes to a callback URL. @returns what is wrong with it */
	calledBack(bot: Bot, { token, talk, block }: CallbackSlot, text: string): readonly SkillProblem[] {
		talk.awaited.delete(token);
		const answer = readAnswer(text, false);
		const again = problem('콜백 응답에는 useCallback을 쓸 수 없습니다.', 'a callback cannot ask for another one.');
		const problems = answer.useCallback ? [...answer.problems, again] : answer.problems;
		if (answer.isFaulty || answer.useCallback) talk.add('bot', { text: bot.fallbackText, source: 'fallback', block, problems });
		else this.#say(block, talk, answer, { source: 'callback', problems, skill: null });
		return problems.filter(({ severity }) => severity === 'error');
	}

	#fixed(bot: Bot, block: BotBlock, talk: Talk, { eventData }: Cause): Reply {
		const text = fill(block.text, {}, eventData ?? {});
		const source = eventData ? 'event' as const : 'block' as const;
		const said = text ? { text, source, block } : { text: bot.fallbackText, source: 'fallback' as const, block };
		return { entry: talk.add('bot', said), call: null, problems: [] };
	}

	#read(bot: Bot, block: BotBlock, talk: Talk, cause: Cause, call: SkillCall, slot: CallbackSlot | null): Reply {
		const answer = readAnswer(call.response, cause.eventData !== null);
		if (answer.isFaulty) return this.#failed(bot, block, talk, cause, call, answer.problems);
		talk.remember(answer.contexts);
		if (answer.useCallback) return this.#waiting(block, talk, answer, call, slot);
		if (answer.hasTemplate && answer.outputs.length === 0) return { entry: null, call, problems: answer.problems };
		const entry = this.#say(block, talk, answer, { source: cause.eventData ? 'event' : 'skill', problems: answer.problems, skill: call });
		return { entry, call, problems: answer.problems };
	}

	#say(block: BotBlock, talk: Talk, answer: SkillAnswer, more: Pick<ConversationEntry, 'source' | 'problems' | 'skill'>): ConversationEntry {
		const { outputs, quickReplies, hasTemplate, data } = answer;
		return talk.add('bot', { ...(hasTemplate ? { outputs, quickReplies } : { text: fill(block.text, data) }), block, ...more });
	}

	/** Without a callback URL nobody ever answers: the customer is left with nothing (trap 19). */
	#waiting(block: BotBlock, talk: Talk, { data }: SkillAnswer, call: SkillCall, slot: CallbackSlot | null): Reply {
		if (!slot) {
			const unheard = problem(
				'callbackUrl이 없는 요청에 useCallback으로 응답했습니다. 고객은 답을 받지 못합니다.', 'the request had no callbackUrl: the customer gets no answer.',
			);
			return { entry: talk.add('system', { block, problems: [unheard], skill: call }), call, problems: [unheard] };
		}
		// A skill may have called back before its first answer was in.
		if (this.#callbacks.isOpen(slot)) talk.awaited.add(slot.token);
		const text = typeof data['text'] === 'string' ? data['text'] : block.waiting;
		return { entry: talk.add('bot', { text, source: 'waiting', block, skill: call }), call, problems: [] };
	}

	/** Nobody has asked for an event: its failure is the operator's to see, not the customer's. */
	#failed(bot: Bot, block: BotBlock, talk: Talk, { eventData }: Cause, call: SkillCall, problems: readonly SkillProblem[]): Reply {
		if (eventData) return { entry: talk.add('system', { block, problems, skill: call }), call, problems };
		return { entry: talk.add('bot', { text: bot.fallbackText, source: 'fallback', block, problems, skill: call }), call, problems };
	}

	#expired({ token, talk, block }: CallbackSlot): void {
		talk.awaited.delete(token);
		const missed = problem('콜백이 제한 시간(1분) 안에 오지 않았습니다.', 'no callback came within the minute.');
		talk.add('system', { block, problems: [missed] });
	}
}
