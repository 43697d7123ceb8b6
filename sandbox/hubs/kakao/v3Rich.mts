import { rich } from '../../consult/bot.mts';
import type { Media } from '../../consult/media.mts';
import { isNotice, notice } from '../../consult/notices.mts';
import type { ConsultBubble, ConsultCard, ConsultCoupon, ConsultItem, ConsultLayout } from '../../consult/types.mts';
import { buttonsOf, linksOf, quickRepliesOf } from './buttons.mts';
import { TEXT_MAX, checkShape, need, upTo } from './checks.mts';
import { hostedPicture } from './hosted.mts';
import { badFormat } from './refusals.mts';
import { RICH_SHAPE, type RichMessage, type WireAttachment, type WireCard, type WireCoupon, type WireItem } from './v3RichShape.mts';

const LAYOUTS: readonly ConsultLayout[] = ['TEXT', 'IMAGE', 'WIDE_IMAGE', 'WIDE_ITEM_LIST', 'ITEM_LIST', 'CAROUSEL_FEED'];
const WITH_MESSAGE: ReadonlySet<ConsultLayout> = new Set(['TEXT', 'IMAGE', 'WIDE_IMAGE']);
const WITH_HEADER: ReadonlySet<ConsultLayout> = new Set(['WIDE_ITEM_LIST', 'ITEM_LIST']);
const WITH_PICTURE: ReadonlySet<ConsultLayout> = new Set(['IMAGE', 'WIDE_IMAGE']);

const coupon = (wire: WireCoupon | null | undefined, place: string): ConsultCoupon | null =>
	wire ? { title: need(wire.title, `${place}.title`, 100), description: wire.description ?? '', ...linksOf(wire, place) } : null;

function item(media: Media, wire: WireItem, place: string): ConsultItem {
	return {
		title: need(wire.title, `${place}.title`, 100), description: wire.description ?? null,
		imageUrl: wire.img_url ? hostedPicture(media, wire.img_url, `${place}.img_url`) : null, ...linksOf(wire, place),
	};
}

function card(media: Media, { header, message, attachment }: WireCard, place: string): ConsultCard {
	const image = attachment?.image;
	return {
		header: header ?? null, text: message ?? null,
		imageUrl: image ? hostedPicture(media, image.img_url, `${place}.image.img_url`) : null, imageLink: image?.img_link ?? null,
		buttons: buttonsOf(attachment?.buttons, `${place}.buttons`), coupon: coupon(attachment?.coupon, `${place}.coupon`),
	};
}

/** What the document's table says of each field: which layout needs it and which may not have it. */
function checkParts(layout: ConsultLayout, { message, header, description, attachment, carousel, auto_answer }: RichMessage): void {
	if (message) upTo(message, 'message', TEXT_MAX);
	if (WITH_MESSAGE.has(layout) && !message && !auto_answer) throw badFormat('message: required');
	if (WITH_HEADER.has(layout) !== Boolean(header)) throw badFormat('header: WIDE_ITEM_LIST and ITEM_LIST need it, others have none');
	if (description && layout !== 'ITEM_LIST') throw badFormat('description: ITEM_LIST only');
	if (auto_answer && layout !== 'TEXT') throw badFormat('auto_answer: TEXT only');
	if (WITH_PICTURE.has(layout) && !attachment?.image) throw badFormat('attachment.image: required');
	if (WITH_HEADER.has(layout) && !attachment?.item?.list?.length) throw badFormat('attachment.item.list: required');
	const hasCards = Boolean(carousel?.list?.length);
	if ((layout === 'CAROUSEL_FEED') !== hasCards) throw badFormat('carousel.list: CAROUSEL_FEED needs it, others have none');
}

function parts(media: Media, { image, item: items, coupon: wireCoupon }: WireAttachment) {
	return {
		imageUrl: image ? hostedPicture(media, image.img_url, 'attachment.image.img_url') : null, imageLink: image?.img_link ?? null,
		items: (items?.list ?? []).map((wire, i) => item(media, wire, `attachment.item.list[${i}]`)),
		summary: items?.summary ? { title: items.summary.title ?? '', description: items.summary.description ?? '' } : null,
		coupon: coupon(wireCoupon, 'attachment.coupon'),
	};
}

/** Reads the body of `POST /kakaoWebhook/v3/bzc/chat/send/rich`. @throws KakaoRefusal -509 */
export function readRich(body: unknown): RichMessage {
	checkShape(body, RICH_SHAPE);
	return body as RichMessage;
}

/** @throws KakaoRefusal -509 */
export function richBubble(media: Media, message: RichMessage): ConsultBubble {
	const layout = LAYOUTS.find((known) => known === message.chat_bubble_type);
	if (!layout) throw badFormat(`chat_bubble_type: one of ${LAYOUTS.join(', ')}`);
	checkParts(layout, message);
	const buttons = buttonsOf(message.attachment?.buttons, 'attachment.buttons');
	const quickReplies = quickRepliesOf(message.supplement);
	if (message.auto_answer) {
		if (!isNotice(message.auto_answer)) throw badFormat('auto_answer: S1 to S4 or ST');
		return notice(message.auto_answer, { buttons, quickReplies, ...(message.message && { text: message.message }) });
	}
	return rich({
		layout, text: message.message ?? null, header: message.header ?? null, description: message.description ?? null,
		...parts(media, message.attachment ?? {}), cards: (message.carousel?.list ?? []).map((wire, i) => card(media, wire, `carousel.list[${i}]`)),
		tail: message.carousel?.tail ? linksOf(message.carousel.tail, 'carousel.tail') : null, buttons, quickReplies, secure: message.lock ?? false,
	});
}
