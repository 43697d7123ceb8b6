import { SENDER_NUMBERS } from '../../world/credentials.mts';
import { fits } from '../../world/match.mts';
import { render, variableNames } from '../../world/template.mts';
import { TEXT_LIMITS, euckrBytes, textMessage } from '../../world/text.mts';
import type { AlimTalkBubble, Button, Channel, Template } from '../../world/types.mts';
import { ACCOUNT_ID, type Entry, type Group, type SolapiAccount } from './account.mts';
import type { KakaoOptions, MessageBody } from './bodies.mts';
import { STATUS_MESSAGES, statusReason, type StatusCode } from './codes.mts';

const DIGITS = /^\d{8,15}$/;
const MAX_CONTENT = 1000;

/** A message that can go out, or the code that keeps it from going. */
type Content = { channel: Channel; template: Template; bubble: AlimTalkBubble } | StatusCode;

/** What one request needs to know once, not ten thousand times. */
interface Known {
	names: Map<Template, readonly string[]>;
}

function customFieldsFit(fields: MessageBody['customFields']): fields is Record<string, string> | null | undefined {
	return Object.entries(fields ?? {}).every(([name, value]) => name.length <= 30 && typeof value === 'string' && value.length <= 100);
}

/** Wire keys carry the braces: `#{name}`. Without them the variable counts as missing. */
function bareValues(variables: Record<string, string>): Record<string, string> {
	const values: Record<string, string> = {};
	for (const [key, value] of Object.entries(variables)) {
		if (key.startsWith('#{') && key.endsWith('}')) values[key.slice(2, -1)] = value;
	}
	return values;
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

function contentOf(account: SolapiAccount, body: MessageBody, known: Known): Content {
	const options = body.kakaoOptions ?? {};
	const channel = account.channel(options.pfId ?? '');
	if (!channel || channel.status !== 'active') return '1041';
	const template = account.template(channel, options.templateId ?? '');
	if (!template || template.status !== 'approved') return '1042';
	let names = known.names.get(template);
	if (!names) known.names.set(template, (names = variableNames(template)));
	const values = bareValues(options.variables ?? {});
	const bubble = render(template, values);
	if (names.some((name) => !Object.hasOwn(values, name))) {
		// Without variables the finished text may come in `text`, as before SOLAPI's templates had variables.
		const finished = !options.variables && body.text && onlyTextVaries(template) && fits(template.bubble.text, body.text) ? body.text : null;
		if (finished === null) return '1043';
		bubble.text = finished;
	}
	if (bubble.text.length > MAX_CONTENT) return '1031';
	if (options.title && options.title !== bubble.title) return '1043';
	const badButtons = options.buttons && options.buttons.length > 0 ? buttonsCode(options.buttons, bubble.buttons) : null;
	return badButtons ?? { channel, template, bubble };
}

/** The checks that do not look at the template. */
function formCode(body: MessageBody, group: Group): StatusCode | null {
	const to = typeof body.to === 'string' ? body.to : '';
	const fallback = body.kakaoOptions?.disableSms !== true;
	if (to === '') return '1010';
	if (!DIGITS.test(to)) return '1011';
	// The sandbox knows AlimTalk; other types belong to other products.
	if (!body.kakaoOptions || (body.type ?? 'ATA').toUpperCase() !== 'ATA') return '1025';
	if (fallback && !body.from) return '1010';
	if (body.from && !SENDER_NUMBERS.has(body.from)) return '1062';
	if (!customFieldsFit(body.customFields)) return '1032';
	if (body.subject && euckrBytes(body.subject) > TEXT_LIMITS.title) return '1014';
	if (fallback && body.text && euckrBytes(body.text) > TEXT_LIMITS.lms) return '1031';
	return !group.allowDuplicates && group.recipients.has(to) ? '1026' : null;
}

/** The field of `customFields` that carries the sender's own key; there is no official one. */
function keyIn(fields: Record<string, string> | null | undefined): string | null {
	if (!fields) return null;
	const values = Object.values(fields);
	return fields['messageKey'] ?? fields['clientRef'] ?? (values.length === 1 ? (values[0] ?? null) : null);
}

function register(account: SolapiAccount, group: Group, body: MessageBody, now: string, known: Known): Entry {
	const to = typeof body.to === 'string' ? body.to : '';
	const form = formCode(body, group);
	const content = form ?? contentOf(account, body, known);
	const customFields = customFieldsFit(body.customFields) ? (body.customFields ?? null) : null;
	const options = body.kakaoOptions ?? {};
	const entry: Entry = {
		messageId: account.newId('M4V'), order: account.entries.length, group, to, from: body.from ?? null, country: body.country ?? '82',
		subject: body.subject ?? null, text: body.text ?? null, customFields, pfId: options.pfId ?? null,
		templateId: options.templateId ?? null, disableSms: options.disableSms === true,
		registered: typeof content === 'string' ? content : '2000', message: null, dateCreated: now,
	};
	if (typeof content === 'string') {
		account.world.refuse({ dealer: 'solapi', to, templateCode: entry.templateId ?? '', code: content, reason: statusReason(content) });
	} else {
		group.recipients.add(to);
		const fallback = entry.disableSms || !body.from
			? null
			// Without `text` the platform presumably sends the rendered template (facts 2.3).
			: textMessage({ from: body.from, title: body.subject ?? null, text: body.text || content.bubble.text });
		entry.message = account.world.draft({
			dealer: 'solapi', requestId: group.groupId, messageId: entry.messageId, messageKey: keyIn(customFields),
			channel: content.channel, templateCode: content.template.code, to, acceptedAt: now, scheduledAt: null,
			bubble: content.bubble, fallback,
		});
	}
	account.add(entry);
	return entry;
}

/** Registers messages in a group: good ones wait there for the send, bad ones are kept with their code. */
export function registerAll(account: SolapiAccount, group: Group, bodies: readonly MessageBody[]): Entry[] {
	const now = new Date().toISOString();
	const known: Known = { names: new Map() };
	const entries = bodies.map((body) => register(account, group, body, now, known));
	group.dateUpdated = now;
	group.log.push({ createAt: now, message: `국가코드(82)의 알림톡(ATA) ${entries.length} 건이 추가되었습니다.` });
	return entries;
}

/** How `PUT groups/{id}/messages` and the failure list describe an entry. */
export const registration = (entry: Entry) => ({
	to: entry.to, from: entry.from, type: 'ATA', statusMessage: STATUS_MESSAGES[entry.registered], country: entry.country,
	messageId: entry.messageId, statusCode: entry.registered, accountId: ACCOUNT_ID,
	...(entry.customFields && { customFields: entry.customFields }),
});
