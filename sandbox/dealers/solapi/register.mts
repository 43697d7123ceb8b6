import { SENDER_NUMBERS } from '../../world/credentials.mts';
import { TEXT_LIMITS, euckrBytes, textMessage } from '../../world/text.mts';
import type { BrandBubble, Template } from '../../world/types.mts';
import { ACCOUNT_ID, isBrandTemplateId, type Entry, type Group, type SolapiAccount } from './account.mts';
import { alimTalkContent, type AlimTalkContent } from './alimtalk.mts';
import type { MessageBody } from './bodies.mts';
import { brandContent, type BrandContent } from './brand/content.mts';
import type { Judged } from './brand/freeForm.mts';
import { isLayout } from './brand/layouts.mts';
import { STATUS_MESSAGES, refusalReason, type Refusal, type StatusCode } from './codes.mts';

const DIGITS = /^\d{8,15}$/;

/** What one request needs to know once, not ten thousand times. */
interface Known {
	names: Map<Template, readonly string[]>;
	freeForm: Map<string, Judged>;
}

type Lane = 'alimtalk' | 'brand';

/** The product a message belongs to; null for those the sandbox does not have. Without `type` the template id tells (S-CTL). */
function laneOf({ type, kakaoOptions }: MessageBody): Lane | null {
	if (!kakaoOptions) return null;
	if (!type) return kakaoOptions.bms || isBrandTemplateId(kakaoOptions.templateId ?? '') ? 'brand' : 'alimtalk';
	const name = type.toUpperCase();
	if (name === 'ATA') return 'alimtalk';
	return name === 'BMS_FREE' || (name.startsWith('BMS_') && isLayout(name.slice(4))) ? 'brand' : null;
}

function customFieldsFit(fields: MessageBody['customFields']): fields is Record<string, string> | null | undefined {
	return Object.entries(fields ?? {}).every(([name, value]) => name.length <= 30 && typeof value === 'string' && value.length <= 100);
}

/** The checks that do not look at the content. */
function formCode(body: MessageBody, group: Group, lane: Lane | null): StatusCode | null {
	const to = typeof body.to === 'string' ? body.to : '';
	const fallback = body.kakaoOptions?.disableSms !== true;
	if (to === '') return '1010';
	if (!DIGITS.test(to)) return '1011';
	if (lane === null) return '1025';
	// The SDK's brand example names no sender at all.
	if (lane === 'alimtalk' && fallback && !body.from) return '1010';
	if (body.from && !SENDER_NUMBERS.has(body.from)) return '1062';
	if (!customFieldsFit(body.customFields)) return '1032';
	if (body.subject && euckrBytes(body.subject) > TEXT_LIMITS.title) return '1014';
	if (fallback && body.from && body.text && euckrBytes(body.text) > TEXT_LIMITS.lms) return '1031';
	return !group.allowDuplicates && group.recipients.has(to) ? '1026' : null;
}

/** The field of `customFields` that carries the sender's own key; there is no official one. */
function keyIn(fields: Record<string, string> | null | undefined): string | null {
	if (!fields) return null;
	const values = Object.values(fields);
	return fields['messageKey'] ?? fields['clientRef'] ?? (values.length === 1 ? (values[0] ?? null) : null);
}

function contentOf(account: SolapiAccount, group: Group, body: MessageBody, lane: Lane | null, known: Known): AlimTalkContent | BrandContent | Refusal {
	const form = formCode(body, group, lane);
	if (form) return { code: form };
	return lane === 'brand' ? brandContent(account, body, known.freeForm) : alimTalkContent(account, body, known.names);
}

/** The type the platform itself would note. */
function typeOf(body: MessageBody, lane: Lane | null, bubble: BrandBubble | null): string {
	if (lane !== 'brand') return 'ATA';
	return body.type?.toUpperCase() ?? `BMS_${bubble?.layout ?? body.kakaoOptions?.bms?.chatBubbleType ?? 'TEXT'}`;
}

function register(account: SolapiAccount, group: Group, body: MessageBody, now: string, known: Known): Entry {
	const to = typeof body.to === 'string' ? body.to : '';
	const lane = laneOf(body);
	const content = contentOf(account, group, body, lane, known);
	const refusal = 'code' in content ? content : null;
	const customFields = customFieldsFit(body.customFields) ? (body.customFields ?? null) : null;
	const options = body.kakaoOptions ?? {};
	const bubble = 'code' in content || content.bubble.kind !== 'brand' ? null : content.bubble;
	const entry: Entry = {
		messageId: account.newId('M4V'), order: account.entries.length, group, to, from: body.from ?? null, country: body.country ?? '82',
		type: typeOf(body, lane, bubble), subject: body.subject ?? null, text: body.text ?? null, customFields, pfId: options.pfId ?? null,
		templateId: options.templateId ?? null, disableSms: options.disableSms === true, bms: options.bms ?? null,
		registered: refusal?.code ?? '2000', detail: refusal?.detail ?? null, message: null, dateCreated: now,
	};
	if ('code' in content) {
		account.world.refuse({ dealer: 'solapi', to, templateCode: entry.templateId ?? '', code: content.code, reason: refusalReason(content) });
	} else {
		group.recipients.add(to);
		const fallback = entry.disableSms || !body.from || !content.fallbackText
			? null
			: textMessage({ from: body.from, title: body.subject ?? null, text: content.fallbackText });
		entry.message = account.world.draft({
			dealer: 'solapi', requestId: group.groupId, messageId: entry.messageId, messageKey: keyIn(customFields),
			channel: content.channel, templateCode: content.templateCode, to, acceptedAt: now, scheduledAt: null,
			bubble: content.bubble, targeting: content.targeting, fallback,
		});
	}
	account.add(entry);
	return entry;
}

/** Registers messages in a group: good ones wait there for the send, bad ones are kept with their code. */
export function registerAll(account: SolapiAccount, group: Group, bodies: readonly MessageBody[]): Entry[] {
	const now = new Date().toISOString();
	const known: Known = { names: new Map(), freeForm: new Map() };
	const entries = bodies.map((body) => register(account, group, body, now, known));
	group.dateUpdated = now;
	const brand = entries.filter((entry) => entry.type !== 'ATA').length;
	for (const [count, name] of [[entries.length - brand, '알림톡(ATA)'], [brand, '브랜드 메시지(BMS)']] as const) {
		if (count > 0) group.log.push({ createAt: now, message: `국가코드(82)의 ${name} ${count} 건이 추가되었습니다.` });
	}
	return entries;
}

/** How `PUT groups/{id}/messages` and the failure list describe an entry. */
export const registration = (entry: Entry) => ({
	to: entry.to, from: entry.from, type: entry.type, statusMessage: entry.detail ?? STATUS_MESSAGES[entry.registered], country: entry.country,
	messageId: entry.messageId, statusCode: entry.registered, accountId: ACCOUNT_ID,
	...(entry.customFields && { customFields: entry.customFields }),
});
