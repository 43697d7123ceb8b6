import type { AlimTalkBubble, Button, Template } from '../types.mts';

const EMPTY: AlimTalkBubble = {
	kind: 'alimtalk', text: '', title: null, subtitle: null, header: null, highlight: null, items: [], summary: null,
	imageUrl: null, extra: null, addChannelNotice: false, buttons: [], quickReplies: [], secure: false,
};

/** A template of the main channel from what is special about it; approved, basic and plain unless said otherwise. */
export function template(
	about: { code: string; name: string; text: string } & Partial<Omit<Template, 'bubble'>>,
	parts: Partial<AlimTalkBubble> = {},
): Template {
	const { text, ...rest } = about;
	const messageType = about.messageType ?? 'BA';
	return {
		channel: '@kakaoshop', status: 'approved', messageType, emphasis: 'NONE', comments: [],
		createdAt: '2026-01-05T01:00:00.000Z', ...rest,
		bubble: { ...EMPTY, text, addChannelNotice: messageType === 'AD' || messageType === 'MI', ...parts },
	};
}

/** A web link button; the same address on both kinds of device. */
export const webLink = (name: string, link: string): Button => ({ type: 'WL', name, linkMobile: link, linkPc: link });
