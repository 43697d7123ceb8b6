import type { Chat } from './chat.mts';
import type { ConsultCore } from './core.mts';
import type { ConsultButton, ConsultRich, ConsultText } from './types.mts';

const AGENT: ConsultButton = { type: 'BC', name: '상담원 연결' };

/** Text and nothing else, as agents send it. */
export const words = (text: string): ConsultText => ({ kind: 'text', text, longTextUrl: null });

/** A rich bubble from what is special about it. */
export const rich = (parts: Partial<ConsultRich> & Pick<ConsultRich, 'layout'>): ConsultRich => ({
	kind: 'rich', text: null, header: null, description: null, imageUrl: null, imageLink: null, items: [], summary: null, coupon: null,
	cards: [], tail: null, buttons: [], quickReplies: [], secure: false, ...parts,
});

/**
 * The channel's OpenBuilder bot, as small as it can be. What is said to it never reaches a hub (Kakao ConsultTalk
 * brochure, note 2). @param event the block to begin with; without one, or with a stopped bot, nothing is said (HappyTalk
 * endWithBot)
 */
export function startBot(core: ConsultCore, chat: Chat, event: string | null): void {
	if (!core.channels.find(chat.channel)?.bot) return;
	chat.withBot = true;
	if (event === null) core.changed(chat);
	else core.say(chat, 'bot', rich({ layout: 'TEXT', text: `챗봇입니다. (블록 이벤트: ${event})`, quickReplies: [AGENT] }));
}

export function botAnswers(core: ConsultCore, chat: Chat): void {
	const text = '챗봇이 답하고 있습니다. 상담원이 필요하면 아래를 눌러 주세요.';
	core.say(chat, 'bot', rich({ layout: 'TEXT', text, quickReplies: [AGENT] }));
}
