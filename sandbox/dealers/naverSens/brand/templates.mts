import { kstMillis } from '../../../world/kst.mts';
import type { BrandBubble, BrandCard, BrandTemplate, Button, Channel, Commerce, Coupon, Links } from '../../../world/types.mts';
import type { SensAccount } from '../account.mts';
import { SensError, badRequest } from '../errors.mts';
import { pageOf } from './images.mts';
import { isMessageType, messageTypeOf } from './layouts.mts';

type Query = Record<string, string>;
type ImageIdOf = (url: string | null) => string | null;

const links = (part: Links) => ({
	...(part.linkMobile && { linkMobile: part.linkMobile }), ...(part.linkPc && { linkPc: part.linkPc }),
	...(part.schemeIos && { schemeIos: part.schemeIos }), ...(part.schemeAndroid && { schemeAndroid: part.schemeAndroid }),
});

const wireButton = (button: Button) => ({ type: button.type, name: button.name, ...links(button) });
const wireCoupon = (coupon: Coupon) => ({ title: coupon.title, description: coupon.description, ...links(coupon) });

const wireCommerce = (commerce: Commerce<string>) => ({
	title: commerce.title, regularPrice: commerce.regularPrice, ...(commerce.discountPrice !== null && { discountPrice: commerce.discountPrice }),
	...(commerce.discountRate !== null && { discountRate: commerce.discountRate }),
	...(commerce.discountFixed !== null && { discountFixed: commerce.discountFixed }),
});

const wireImage = (imageUrl: string, imageLink: string | null, imageIdOf: ImageIdOf) => ({
	imageId: imageIdOf(imageUrl), imageUrl, ...(imageLink !== null && { imageLink }),
});

const wireCard = (card: BrandCard<string>, imageIdOf: ImageIdOf) => ({
	...(card.header !== null && { headerContent: card.header }), ...(card.message !== null && { content: card.message }),
	...(card.additional !== null && { additionalContent: card.additional }), image: wireImage(card.imageUrl, card.imageLink, imageIdOf),
	...(card.commerce && { commerce: wireCommerce(card.commerce) }), ...(card.coupon && { coupon: wireCoupon(card.coupon) }),
	buttons: card.buttons.map(wireButton),
});

function wireContent(bubble: BrandBubble<string>, imageIdOf: ImageIdOf) {
	const { carousel, video, coupon } = bubble;
	return {
		...(bubble.text !== null && { content: bubble.text }), ...(bubble.header !== null && { headerContent: bubble.header }),
		...(bubble.additional !== null && { additionalContent: bubble.additional }),
		...(bubble.imageUrl !== null && { image: wireImage(bubble.imageUrl, bubble.imageLink, imageIdOf) }),
		...(bubble.items.length > 0 && { item: { list: bubble.items.map((item) => ({
			...(item.title !== null && { title: item.title }), imageId: imageIdOf(item.imageUrl), ...links(item),
		})) } }),
		...(bubble.commerce && { commerce: wireCommerce(bubble.commerce) }),
		...(carousel && { carousel: {
			...(carousel.head && { head: {
				headerContent: carousel.head.header, content: carousel.head.content, imageId: imageIdOf(carousel.head.imageUrl), ...links(carousel.head),
			} }),
			list: carousel.cards.map((card) => wireCard(card, imageIdOf)), ...(carousel.tail && { tail: links(carousel.tail) }),
		} }),
		...(video && { video: { videoUrl: video.url, ...(video.thumbnailUrl && { thumbnailId: imageIdOf(video.thumbnailUrl) }) } }),
		...(coupon && { coupon: wireCoupon(coupon) }), buttons: bubble.buttons.map(wireButton),
	};
}

/** The document's table of a row could not be read; its content carries the names under which the same things are sent. */
function wireTemplate(account: SensAccount, channel: Channel, template: BrandTemplate) {
	const time = kstMillis(Date.parse(template.createdAt));
	return {
		createTime: time, updateTime: time, plusFriendId: channel.searchId, templateCode: template.code, templateName: template.name,
		messageType: messageTypeOf(template.bubble.layout), isAdult: template.bubble.adult,
		templateStatus: template.status === 'usable' ? 'ACTIVE' : 'STOP',
		...wireContent(template.bubble, (url) => (url === null ? null : (account.world.images.byUrl(url)?.id ?? null))),
	};
}

const KNOWN = ['plusFriendId', 'templateCode', 'templateName', 'messageType', 'pageIndex', 'pageSize'];

/** `GET /brandmessage/v2/…/templates` (E-BM sens-brandmessage-template-list). */
export function listBrandTemplates(account: SensAccount, query: Query) {
	const unknown = Object.keys(query).find((name) => !KNOWN.includes(name));
	if (unknown) throw badRequest(`${unknown}: unknown parameter`);
	const { plusFriendId, templateCode, templateName, messageType } = query;
	if (!plusFriendId) throw badRequest('plusFriendId: required');
	if (messageType && !isMessageType(messageType)) throw badRequest('messageType: unknown');
	const channel = account.channel(plusFriendId);
	if (!channel) throw new SensError(404, 'Not Found', ['plusFriendId: not found']);
	const found = account.world.brandTemplates.of(channel).filter((template) =>
		(!templateCode || template.code === templateCode) && (!templateName || template.name.includes(templateName)) &&
		(!messageType || messageTypeOf(template.bubble.layout) === messageType));
	return pageOf(found, query, { size: 100, max: 100 }, (template) => wireTemplate(account, channel, template));
}
