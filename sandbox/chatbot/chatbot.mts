import { ConsultRefusal } from '../consult/refusal.mts';
import type { Developers } from '../developers/developers.mts';
import type { Served } from '../frontDoor.mts';
import type { World } from '../world/world.mts';
import { ChatbotBehaviours } from './behaviour.mts';
import { Bots, findBlock, matched } from './bots.mts';
import { Talk } from './conversation.mts';
import type { BotDesk } from './desk.mts';
import { Engine, type Cause } from './engine.mts';
import { createBotApi } from './events/botApi.mts';
import { Tasks } from './events/tasks.mts';
import { People } from './people.mts';
import { CallbackUrls } from './skill/callbacks.mts';
import { findTapped, type Tap } from './tap.mts';
import type { Bot, ConversationEntry } from './types.mts';

/** What a customer says. */
export interface Saying {
	utterance: string;
	/** A block's id or name, instead of the one that the words match. */
	block?: string | null | undefined;
	clientExtra?: object | null | undefined;
	params?: Readonly<Record<string, string>> | null | undefined;
}

/** OpenBuilder: the bots, their conversations and bot-api.kakao.com. */
export class Chatbot implements BotDesk {
	readonly bots: Bots;
	readonly behaviours = new ChatbotBehaviours();
	readonly people: People;
	readonly callbacks = new CallbackUrls();
	readonly engine: Engine;
	readonly tasks: Tasks;
	readonly served: Served;
	readonly #world: World;
	#talks = new Map<string, Talk>();

	constructor(world: World, developers: Developers) {
		this.#world = world;
		this.bots = new Bots(world.options.demo);
		this.people = new People(developers);
		this.engine = new Engine(this.behaviours, this.callbacks);
		this.tasks = new Tasks(this);
		this.served = createBotApi(this, this.tasks);
	}

	/** Everybody who has talked with a bot, the latest first. */
	get talks(): Talk[] {
		return [...this.#talks.values()].sort((a, b) => (a.head.lastActivityAt < b.head.lastActivityAt ? 1 : -1));
	}

	talk(number: string, bot: Bot): Talk {
		const key = `${bot.id}\n${number}`;
		const known = this.#talks.get(key);
		if (known) return known;
		const talk = new Talk(() => this.people.person(number, bot), bot, (conversation) => this.#world.bus.emit({ type: 'chatbot', conversation }));
		this.#talks.set(key, talk);
		return talk;
	}

	/** The customer says something, and the bot answers, within five seconds. @throws ConsultRefusal */
	async say(number: string, name: string, { utterance, block: wished, clientExtra, params }: Saying): Promise<ConversationEntry[]> {
		const bot = this.bots.of(name);
		this.#requireReachable(number, bot);
		const block = wished ? findBlock(bot, wished) : matched(bot, utterance);
		if (!block) throw new ConsultRefusal(`the bot has no block ${wished ?? 'for it'}`);
		const talk = this.talk(number, bot);
		const said = talk.add('customer', { text: utterance });
		const cause: Cause = { utterance, clientExtra: clientExtra ?? null, params: params ?? {}, eventData: null };
		const { entry } = await this.engine.answer(bot, block, talk, cause);
		talk.countDown();
		return entry ? [said, entry] : [said];
	}

	/** The customer taps a button or a quick reply. @returns what was said by it, and the button for the page to act on */
	async tap(number: string, name: string, tap: Tap): Promise<{ button: object; entries: ConversationEntry[] }> {
		const bot = this.bots.of(name);
		const talk = this.talk(number, bot);
		const button = findTapped(talk.entry(tap.entryId), tap);
		const { action, label, messageText, blockId, extra } = button;
		if (action === 'operator') return { button, entries: [this.#handOver(talk, bot)] };
		if (action !== 'message' && action !== 'block') return { button, entries: [] };
		const saying = { utterance: messageText ?? label, clientExtra: extra ?? null, block: action === 'block' ? blockId : null };
		return { button, entries: await this.say(number, name, saying) };
	}

	reset(): void {
		this.engine.stop();
		this.callbacks.clear();
		this.tasks.clear();
		this.#talks.clear();
		this.people.clear();
		this.bots.clear();
		this.behaviours.clear();
	}

	/** Handing over takes the customer's own tap (facts 7.4). @throws ConsultRefusal when no consult hub is connected */
	#handOver(talk: Talk, { channel }: Bot): ConversationEntry {
		this.#world.consult.open(talk.person.number, channel, { bot: 'false' });
		return talk.add('system', { text: '상담원에게 연결되었습니다.' });
	}

	#requireReachable(number: string, { channel }: Bot): void {
		if (!this.#world.phones.get(number).kakaoUser) throw new ConsultRefusal(`${number} has no KakaoTalk`);
		if (this.#world.phones.relations.of(number, channel).relation === 'BLOCKED') throw new ConsultRefusal('the customer has blocked this channel');
	}
}
