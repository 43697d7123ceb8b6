import { ConsultRefusal } from '../consult/refusal.mts';
import { DEMO_BOT_CREDENTIALS } from '../world/credentials.mts';
import type { Bot, BotBlock } from './types.mts';

const block = (digit: string, name: string, differs: Partial<BotBlock>): BotBlock => ({
	id: `5a1dbc00c0ffee0000000c0${digit}`, name, utterances: [], event: null, skill: true, callback: false, text: '',
	waiting: '잠시만 기다려 주세요.', ...differs,
});

/** What the Admin Center puts into every bot. */
export const FALLBACK_BLOCK = '폴백 블록';

const DEMO_BOT: Bot = {
	id: DEMO_BOT_CREDENTIALS.botId, name: '카카오상점 챗봇', channel: '@kakaoshop', skillUrl: null, skillHeaders: {}, aiChatbot: true,
	fallbackText: '죄송해요, 지금은 답변드릴 수 없어요. 잠시 후 다시 말씀해 주세요.',
	blocks: [
		block('1', '웰컴 블록', {
			utterances: ['안녕', '시작', '처음으로'], skill: false, text: '안녕하세요, 카카오상점이에요. 무엇을 도와드릴까요?',
		}),
		block('2', FALLBACK_BLOCK, {}),
		block('3', '자주 묻는 질문', { utterances: ['배송', '환불', '교환', '영업시간'] }),
		block('4', 'AI 상담', { utterances: ['추천', 'AI'], callback: true, waiting: '답을 찾고 있어요. 잠시만 기다려 주세요.' }),
		block('5', '배송 출발', { event: 'order_shipped', skill: false, text: '주문하신 {{#current.event.data.item}} 상품이 출발했어요.' }),
		block('6', '스킬 이벤트', { event: 'ask_skill' }),
	],
};

/** The bots of the Chatbot Admin Center; the demo has one. */
export class Bots {
	#all: Bot[] = [];
	readonly #demo: boolean;

	constructor(demo: boolean) {
		this.#demo = demo;
		this.clear();
	}

	get all(): readonly Bot[] {
		return this.#all;
	}

	/** The dev channel's id ends in `!` (facts 7.1). */
	find(id: string): Bot | undefined {
		return this.#all.find((bot) => bot.id === id.replace(/!$/, ''));
	}

	/** By the bot's id or its channel. @throws ConsultRefusal when there is none */
	of(name: string): Bot {
		const bot = this.#all.find(({ id, channel }) => id === name || channel === name);
		if (!bot) throw new ConsultRefusal(`${name} has no chatbot`);
		return bot;
	}

	change(id: string, changes: Partial<Bot>): Bot {
		const bot = { ...this.of(id), ...changes };
		this.#all = this.#all.map((other) => (other.id === bot.id ? bot : other));
		return bot;
	}

	/** Changes a block, or adds it at the end. */
	setBlock(id: string, name: string, changes: Partial<BotBlock>): Bot {
		const bot = this.of(id);
		const present = findBlock(bot, name) ?? block(String(bot.blocks.length + 1), name, {});
		const changed = { ...present, ...changes };
		const isNew = !bot.blocks.some((other) => other.id === present.id);
		return this.change(id, { blocks: isNew ? [...bot.blocks, changed] : bot.blocks.map((other) => (other.id === changed.id ? changed : other)) });
	}

	clear(): void {
		this.#all = this.#demo ? [DEMO_BOT] : [];
	}
}

/** By id or name. */
export const findBlock = ({ blocks }: Bot, name: string): BotBlock | undefined =>
	blocks.find((candidate) => candidate.id === name || candidate.name === name);

/** The block whose utterance is said, or is part of what is said. OpenBuilder's own matching is cleverer. */
export function matched(bot: Bot, utterance: string): BotBlock | undefined {
	const said = utterance.trim();
	const exact = bot.blocks.find(({ utterances }) => utterances.includes(said));
	return exact ?? bot.blocks.find(({ utterances }) => utterances.some((known) => said.includes(known))) ?? findBlock(bot, FALLBACK_BLOCK);
}
