import type { BrandBubble, BrandTemplate, Channel } from '../../../world/types.mts';
import type { FailbackSetting, NhnAccount } from '../account.mts';
import { Refusal, SUCCESS, failedHeader } from '../codes.mts';
import { refuseAll, take, type Settled } from '../intake.mts';
import { PHONE, checkedRecipients, readDate, readShape, sendingChannel } from '../request.mts';
import { audienceOf, type Audience } from './audience.mts';
import { BASIC, FREESTYLE, type BasicRecipient, type BrandRecipient, type BrandRequest, type FreestyleBody } from './bodies.mts';
import { brandFallback, checkBrandResend } from './fallback.mts';
import { bubbleIn } from './fromWire.mts';
import { personalBubble } from './personal.mts';
import { checkContent, ratiosDiffer } from './rules.mts';

/** Everything about a request that is the same for all its recipients. */
interface Plan {
	due: number | null;
	channel: Channel;
	setting: FailbackSetting | undefined;
	audience: Audience[];
}

/** @throws Refusal for the request as a whole */
function plan(account: NhnAccount, body: BrandRequest<BrandRecipient>, recipients: readonly BrandRecipient[], templated: boolean): Plan {
	const due = readDate(body.requestDate, Date.now());
	const channel = sendingChannel(account, body.senderKey);
	const setting = account.brandFailback.get(channel.senderKey);
	for (const recipient of recipients) checkBrandResend(recipient.resendParameter, setting);
	return { due, channel, setting, audience: audienceOf(channel, body, recipients, templated) };
}

/** One recipient's fate: what is wrong with their number, values or fallback concerns nobody else. */
function settle(account: NhnAccount, recipient: BasicRecipient, i: number, { channel, setting, audience }: Plan, make: () => BrandBubble): Settled {
	const to = recipient.recipientNo ?? '';
	const recipientGroupingKey = recipient.recipientGroupingKey ?? null;
	if (!PHONE.test(to)) return { to, recipientGroupingKey, code: '-5000', message: null };
	try {
		const bubble = make();
		const fallback = brandFallback(recipient.resendParameter, setting, bubble.text, channel);
		const { targeting, optOut } = audience[i] ?? { targeting: 'I', optOut: null };
		return {
			to, recipientGroupingKey, code: null, message: { bubble, fallback, targeting, optOut },
			verdict: ratiosDiffer(bubble, account.world.images) ? '3024' : null, templateParameter: recipient.templateParameter ?? null,
		};
	} catch (error) {
		if (error instanceof Refusal) return { to, recipientGroupingKey, code: error.code, reason: error.message, message: null };
		throw error;
	}
}

function answer(account: NhnAccount, body: BrandRequest<BrandRecipient>, { due, channel }: Plan, settled: Settled[]) {
	const { requestId, results } = take(account, {
		lane: 'BRAND', channel, templateCode: body.templateCode ?? '', senderGroupingKey: body.senderGroupingKey ?? null,
		createUser: body.createUser ?? null, pushAlarm: body.pushAlarm ?? true, now: Date.now(), due,
	}, settled);
	// Unlike AlimTalk's: neither senderGroupingKey nor recipientGroupingKey (friendtalkupgrade-api-guide.md, responses).
	return { header: requestId === null ? failedHeader('-1031') : SUCCESS, message: { requestId, sendResults: results } };
}

const numbers = (recipients: readonly BrandRecipient[]) => recipients.map(({ recipientNo }) => recipientNo ?? '');

/** `POST …/freestyle-messages`: the caller sends the whole message. */
export function sendFreestyle(account: NhnAccount, json: unknown) {
	const body = readShape<FreestyleBody>(json, FREESTYLE);
	const recipients = checkedRecipients(body);
	let planned: Plan;
	let bubble: BrandBubble;
	try {
		planned = plan(account, body, recipients, false);
		bubble = bubbleIn(body.chatBubbleType, body);
		checkContent(bubble, account.world.images);
	} catch (error) {
		refuseAll(account, '', numbers(recipients), error);
		throw error;
	}
	return answer(account, body, planned, recipients.map((recipient, i) => settle(account, recipient, i, planned, () => bubble)));
}

function usableTemplate(account: NhnAccount, channel: Channel, code: string): BrandTemplate {
	const template = account.world.brandTemplates.find(channel, code);
	if (!template) throw new Refusal('-3003');
	if (template.status !== 'usable') throw new Refusal('-3005');
	return template;
}

/** `POST …/basic-messages`: NHN fills a template. */
export function sendBasic(account: NhnAccount, json: unknown) {
	const body = readShape<BrandRequest<BasicRecipient>>(json, BASIC);
	const recipients = checkedRecipients(body);
	const code = body.templateCode ?? '';
	if (!code) throw new Refusal('-2001', 'templateCode');
	let planned: Plan;
	let template: BrandTemplate;
	try {
		planned = plan(account, body, recipients, true);
		template = usableTemplate(account, planned.channel, code);
	} catch (error) {
		refuseAll(account, code, numbers(recipients), error);
		throw error;
	}
	const { images } = account.world;
	return answer(account, body, planned, recipients.map((recipient, i) =>
		settle(account, recipient, i, planned, () => personalBubble(template, recipient, images))));
}
