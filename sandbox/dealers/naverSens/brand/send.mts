import { brandVariables, renderBrand } from '../../../world/brandTemplate.mts';
import type { BrandBubble, BrandTemplate, Channel, Targeting } from '../../../world/types.mts';
import { acceptAll, failover, refusingAll, wantsFailover, type Prepared, type RefusedRecipient } from '../accept.mts';
import type { SensAccount } from '../account.mts';
import { checkCount, checkShape, recipientProblems } from '../bodies.mts';
import { badRequest } from '../errors.mts';
import { readReservation } from '../reserve.mts';
import { BRAND_SEND, type BrandBody, type BrandMessage } from './bodies.mts';
import { bubbleOf, type PictureOf } from './bubble.mts';
import { pictureUrl } from './images.mts';
import { LAYOUTS, MESSAGE_TYPES, isMessageType, messageTypeOf, type MessageType } from './layouts.mts';
import { checkFreeForm, checkTemplated } from './rules.mts';

const MISSING: RefusedRecipient = { code: 'A105', ko: '템플릿 변수 누락', en: 'a template parameter is missing, or the prices do not fit together' };
const TOO_LONG: RefusedRecipient = { code: 'A106', ko: '메시지 길이 초과', en: 'the filled text is too long' };
const NO_TEXT: RefusedRecipient = { code: 'A107', ko: '대체 발송 내용 누락', en: 'failover was asked for, but there is no text to send' };

const isTargeting = (text: string): text is Targeting => text === 'M' || text === 'N' || text === 'I';

function targetingOf(body: BrandBody, channel: Channel): Targeting {
	const targeting = body.targeting || 'I';
	if (!isTargeting(targeting)) throw badRequest('targeting: M, N or I');
	if (targeting !== 'I' && !channel.marketingApproved) throw badRequest('targeting: the channel is not approved for M and N');
	return targeting;
}

/** @throws SensError 400 when it cannot be sent with; `messageType` may be left out, since the template knows its own */
function findTemplate(account: SensAccount, channel: Channel, body: BrandBody): BrandTemplate {
	const template = account.world.brandTemplates.find(channel, body.templateCode ?? '');
	if (!template || template.status !== 'usable') throw badRequest('templateCode: template not found or not usable');
	const type = messageTypeOf(template.bubble.layout);
	if (body.messageType && body.messageType !== type) throw badRequest(`messageType: the template is ${type}`);
	const { buttons, carousel } = template.bubble;
	const all = [...buttons, ...(carousel?.cards.flatMap((card) => card.buttons) ?? [])];
	if (all.some(({ type: kind }) => kind === 'BC' || kind === 'BT')) throw badRequest('templateCode: BC and BT buttons are not allowed with a template');
	return template;
}

/** Whole numbers, in one of Kakao's three combinations. */
const pricesFit = ({ commerce, carousel }: BrandBubble) =>
	[commerce, ...(carousel?.cards.map((card) => card.commerce) ?? [])].every((offer) => {
		if (offer === null) return true;
		const { regularPrice, discountPrice, discountRate, discountFixed } = offer;
		const whole = [regularPrice, discountPrice, discountRate, discountFixed].every((price) => !Number.isNaN(price));
		return whole && (discountRate === null || discountFixed === null) && (discountPrice !== null) === (discountRate !== null || discountFixed !== null);
	});

/** Variables by bare name (facts 3.4); what a missing one does is undocumented. */
function filled(template: BrandTemplate, sent: BrandMessage): BrandBubble | RefusedRecipient {
	const values = sent.templateParameters ?? {};
	if (brandVariables(template).some(({ name, optional }) => !optional && !Object.hasOwn(values, name))) return MISSING;
	const bubble = renderBrand(template, (name) => values[name]);
	if (!pricesFit(bubble)) return MISSING;
	const { content } = LAYOUTS[messageTypeOf(bubble.layout)];
	return content && (bubble.text ?? '').length > content.max ? TOO_LONG : bubble;
}

function problemsOf(account: SensAccount, body: BrandBody, messages: readonly BrandMessage[], type: MessageType | null): string[] {
	const problems: string[] = [];
	const report = (path: string, problem: string) => void problems.push(`${path}: ${problem}`);
	messages.forEach((message, i) => {
		const path = `messages[${i}]`;
		problems.push(...recipientProblems(message, path));
		if (body.templateCode) checkTemplated(message, path, report);
		else if (type) checkFreeForm(message, type, path, (imageId, imageType) => pictureUrl(account, imageId, imageType) !== null, report);
	});
	return problems;
}

function read(json: unknown) {
	checkShape(json, BRAND_SEND);
	// The shape has just been checked field by field.
	const body = json as BrandBody;
	const messages = body.messages ?? [];
	const { plusFriendId, messageType = '' } = body;
	if (!plusFriendId) throw badRequest('plusFriendId: required');
	const type = messageType && isMessageType(messageType) ? messageType : null;
	if (!type && (messageType || !body.templateCode)) throw badRequest(`messageType: one of ${Object.keys(MESSAGE_TYPES).join(', ')}`);
	checkCount(messages);
	return { body, messages, plusFriendId, type };
}

/** `POST /brandmessage/v2/…/messages`: free-form, or with a template and its parameters. */
export function sendBrand(account: SensAccount, json: unknown) {
	const { body, messages, plusFriendId, type } = read(json);
	const { templateCode = '' } = body;
	const { reservation, channel, targeting, template } = refusingAll(account, templateCode ?? '', messages, () => {
		const problems = problemsOf(account, body, messages, type);
		if (problems.length > 0) throw badRequest(...problems);
		const found = account.sendingChannel(plusFriendId);
		return {
			reservation: readReservation(body.reserveTime, body.reserveTimeZone), channel: found, targeting: targetingOf(body, found),
			template: templateCode ? findTemplate(account, found, body) : null,
		};
	});
	const pictureOf: PictureOf = (imageId, imageType) => pictureUrl(account, imageId ?? '', imageType) ?? '';
	const messageType = template ? messageTypeOf(template.bubble.layout) : (type ?? 'TEXT');
	const about = { lane: 'brandmessage' as const, channel, templateCode: templateCode ?? '', messageType, reservation };
	return acceptAll(account, about, messages, (sent): Prepared | RefusedRecipient => {
		const bubble = template ? filled(template, sent) : bubbleOf(sent, messageType, body.isAdult ?? false, pictureOf);
		if ('code' in bubble) return bubble;
		const fallback = failover(sent, bubble.text, channel);
		return wantsFailover(sent) && !fallback ? NO_TEXT : { bubble, targeting, fallback, verdict: null };
	});
}
