import { randomUUID } from 'node:crypto';
import { Slots } from '../../hubs/callbacks/slots.mts';
import type { BotDesk } from '../desk.mts';
import type { KeyType, Person } from '../people.mts';
import type { Bot, BotBlock } from '../types.mts';

/** Somebody the event did not reach. Kakao's numbers beside 201 are unconfirmed (facts 9.7). */
export interface TaskFailure { userId: string; reqUserType: KeyType; createdAt: number; errorMsg: { errorType: number; msg: string } }

export interface EventTask {
	id: string;
	botId: string;
	event: string;
	at: string;
	all: number;
	succeeded: number;
	/** Keys that belong to nobody: counted, not listed (facts 7.5). */
	unresolved: number;
	failures: TaskFailure[];
}

type Texts = Readonly<Record<string, string>>;

/** What goes along: `data` for the block's own words, `params` for its skill. */
export interface EventContent { data: Texts; params: Texts }

/** Whom an event goes to. */
export interface EventUser { type: KeyType; id: string }

const SKILL_FAILED = { errorType: 201, msg: 'Bot skill server responded with an HTTP error.' } as const;
const NOT_A_FRIEND = { errorType: 102, msg: 'User is not a friend of the channel.' } as const;
/** Won for each message that went out, plus VAT, also on the dev channel (facts 7.5). */
export const EVENT_PRICE = 15;
const AT_ONCE = 20;

/** What the Bot Event API was asked, and what came of it. */
export class Tasks {
	#all = new Map<string, EventTask>();
	readonly #slots = new Slots(AT_ONCE);
	readonly #desk: BotDesk;

	constructor(desk: BotDesk) {
		this.#desk = desk;
	}

	find(id: string): EventTask | undefined {
		return this.#all.get(id);
	}

	/** Oldest first. */
	get all(): EventTask[] {
		return [...this.#all.values()];
	}

	/** Takes a task; it is carried out apart from the request. */
	start(bot: Bot, block: BotBlock, users: readonly EventUser[], content: EventContent): EventTask {
		const task: EventTask = {
			id: randomUUID(), botId: bot.id, event: block.event ?? '', at: new Date().toISOString(), all: users.length,
			succeeded: 0, unresolved: 0, failures: [],
		};
		this.#all.set(task.id, task);
		for (const user of users) void this.#slots.use(() => this.#deliver(task, bot, block, user, content));
		return task;
	}

	clear(): void {
		this.#all.clear();
	}

	async #deliver(task: EventTask, bot: Bot, block: BotBlock, user: EventUser, content: EventContent): Promise<void> {
		const person = this.#desk.people.resolve(bot, user.type, user.id);
		if (!person) {
			task.unresolved += 1;
			return;
		}
		const errorMsg = person.isFriend ? await this.#tell(person, bot, block, content) : NOT_A_FRIEND;
		if (!errorMsg) task.succeeded += 1;
		else task.failures.push({ userId: user.id, reqUserType: user.type, createdAt: Math.floor(Date.now() / 1000), errorMsg });
	}

	/** @returns why it failed, or null. What `utterance` holds then is unconfirmed; the event's name is a guess. */
	async #tell({ number }: Person, bot: Bot, block: BotBlock, { data, params }: EventContent): Promise<TaskFailure['errorMsg'] | null> {
		const cause = { utterance: block.event ?? '', clientExtra: null, params, eventData: data };
		const { problems } = await this.#desk.engine.answer(bot, block, this.#desk.talk(number, bot), cause);
		return problems.some(({ severity }) => severity === 'error') ? SKILL_FAILED : null;
	}
}

/** `GET /v1/tasks/{id}`: `status` is free text and says nothing that the counts do not (facts 7.5). */
export function taskResult({ id, all, succeeded, unresolved, failures }: EventTask): object {
	const failed = unresolved + failures.length;
	const isDone = succeeded + failed === all;
	return {
		taskId: id, status: !isDone ? 'PROCESSING' : failed === 0 ? 'ALL SUCCESS' : `${failed} FAIL`, allRequestCount: all, successCount: succeeded,
		...(unresolved > 0 && { userKeyResolvingFailCount: unresolved }), fail: { count: failed, list: failures },
	};
}
