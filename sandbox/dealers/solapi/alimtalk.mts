import { fits } from '../../world/match.mts';
import { render, variableNames } from '../../world/template.mts';
import type { AlimTalkBubble, Button, Channel, Template } from '../../world/types.mts';
import type { SolapiAccount } from './account.mts';
import { bareValues, type KakaoOptions, type MessageBody } from './bodies.mts';
import type { Refusal, StatusCode } from './codes.mts';

const MAX_CONTENT = 1000;

/** An AlimTalk that can go out. */
export interface AlimTalkContent {
	channel: Channel;
	templateCode: string;
	bubble: AlimTalkBubble;
	targeting: null;
	/** What a text message instead of it would say. */
	fallbackText: string;
}

function buttonsCode(buttons: NonNullable<KakaoOptions['buttons']>, rendered: Button[]): StatusCode | null {
	if (buttons.length > 5) return '1050';
	if (rendered.length === 0 && buttons.length > 0) return '1047';
	if (buttons.some((button) => (button.buttonName ?? '').length > 14)) return '1049';
	const same = buttons.length === rendered.length && rendered.every((wanted, i) => {
		const given = buttons[i];
		return given?.buttonName === wanted.name && given.buttonType === wanted.type &&
			(given.linkMo ?? wanted.linkMobile) === wanted.linkMobile && (given.linkPc ?? wanted.linkPc) === wanted.linkPc;
	});
	return same ? null : '1044';
}

const onlyTextVaries = (template: Template) =>
	variableNames({ ...template, bubble: { ...template.bubble, text: '' } }).length === 0;

/** What a message of type ATA becomes, or why it is not registered. @param known the variables of templates already seen */
export function alimTalkContent(
	account: SolapiAccount, body: MessageBody, known: Map<Template, readonly string[]>,
): AlimTalkContent | Refusal {
	const options = body.kakaoOptions ?? {};
	const channel = account.channel(options.pfId ?? '');
	if (!channel || channel.status !== 'active') return { code: '1041' };
	const template = account.template(channel, options.templateId ?? '');
	if (!template || template.status !== 'approved') return { code: '1042' };
	let names = known.get(template);
	if (!names) known.set(template, (names = variableNames(template)));
	const values = bareValues(options.variables ?? {});
	const bubble = render(template, values);
	if (names.some((name) => !Object.hasOwn(values, name))) {
		// Without variables the finished text may come in `text`, as before SOLAPI's templates had variables.
		const finished = !options.variables && body.text && onlyTextVaries(template) && fits(template.bubble.text, body.text) ? body.text : null;
		if (finished === null) return { code: '1043' };
		bubble.text = finished;
	}
	if (bubble.text.length > MAX_CONTENT) return { code: '1031' };
	if (options.title && options.title !== bubble.title) return { code: '1043' };
	const badButtons = options.buttons && options.buttons.length > 0 ? buttonsCode(options.buttons, bubble.buttons) : null;
	// Without `text` the platform presumably sends the rendered template (facts 2.3).
	return badButtons ? { code: badButtons } : { channel, templateCode: template.code, bubble, targeting: null, fallbackText: body.text || bubble.text };
}
