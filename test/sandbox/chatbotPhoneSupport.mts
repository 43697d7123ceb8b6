import type { Locator } from 'playwright-core';
import type { SkillRequest } from './chatbotSupport.mts';
import { answer, setBot } from './chatbotSupport.mts';
import { listener, type Listener } from './consultSupport.mts';
import { NUMBER, type PhonePage } from './phonePage.mts';
import { control } from './support.mts';

export const CHANNEL = '@kakaoshop';

export interface SkillReply { status?: number; body?: string; delayMs?: number }

/** A skill server; what it answers is set by the test. */
export interface Skill extends Listener {
	reply: (request: SkillRequest) => SkillReply;
	/** The last call. */
	asked: () => SkillRequest | undefined;
}

/** Registers a skill that echoes until it is told something else. */
export async function startSkill(phones: PhonePage): Promise<Skill> {
	const skill: Pick<Skill, 'reply'> = { reply: ({ userRequest }) => ({ body: answer([{ simpleText: { text: `${userRequest.utterance}?` } }]) }) };
	const server = await listener((post) => skill.reply(JSON.parse(post.raw) as SkillRequest));
	await setBot(phones.sandbox, { skillUrl: server.url });
	return Object.assign(skill, server, { asked: () => server.bodies<SkillRequest>().at(-1) });
}

/** The phone of these tests on the page, with an eye for its parts. */
export function phoneOn(phones: PhonePage) {
	const phone = (): Locator => phones.page.locator(`[data-testid=phone][data-number="${NUMBER}"]`);
	const at = (id: string): Locator => phone().getByTestId(id);
	/** The page with an untouched phone in front. */
	const look = async (width?: number): Promise<void> => {
		await control(phones.sandbox, 'PUT', `/api/phones/${NUMBER}`, {});
		await phones.show(width);
		await phones.page.locator(`.phone-item[data-number="${NUMBER}"]`).click();
		await phone().waitFor();
	};
	const pick = async (channel: string): Promise<void> => {
		await at('consult-entry').click();
		await phone().locator(`[data-testid=consult-channel][data-channel="${channel}"]`).click();
	};
	return {
		phone, at, look, pick,
		/** The channel's room, where nothing may have been said yet. */
		enter: async (width?: number): Promise<void> => {
			await look(width);
			await pick(CHANNEL);
			await at('consult-room').click();
			await at('room-title').waitFor();
		},
		/** The room of its chatbot. */
		enterBot: async (width?: number): Promise<void> => {
			await look(width);
			await pick(CHANNEL);
			await at('bot-room').click();
			await at('composer').waitFor();
		},
		write: async (text: string): Promise<void> => {
			await at('composer').fill(text);
			await at('composer').press('Enter');
		},
		/** Texts said in the chatbot's room. */
		said: (from: string): Promise<string[]> => phone().locator(`[data-testid=bot-bubble][data-from=${from}] [data-testid=consult-text]`).allTextContents(),
		problems: (): Promise<string[]> => at('bot-problem').allTextContents(),
		/** Nothing sticks out of the screen. */
		overflows: (): Promise<boolean> => phones.page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth),
	};
}
