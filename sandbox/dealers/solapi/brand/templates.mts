import { brandVariables } from '../../../world/brandTemplate.mts';
import type { BrandBubble, BrandCard, BrandTemplate, Button, Carousel, Channel, Commerce, Coupon, Links } from '../../../world/types.mts';
import { keyedPage } from '../../pages.mts';
import { ACCOUNT_ID, brandTemplateIdOf, type SolapiAccount } from '../account.mts';
import { notFound } from '../codes.mts';
import { limitOf, readQuery } from '../listing.mts';

type ImageIdOf = (url: string | null) => string | null;

const links = (part: Links) => ({
	...(part.linkMobile && { linkMobile: part.linkMobile }), ...(part.linkPc && { linkPc: part.linkPc }),
	...(part.schemeAndroid && { linkAndroid: part.schemeAndroid }), ...(part.schemeIos && { linkIos: part.schemeIos }),
});

const wireButton = (button: Button) => ({ name: button.name, linkType: button.type, ...links(button) });
const wireCoupon = (coupon: Coupon | null) => coupon && { title: coupon.title, description: coupon.description, ...links(coupon) };

/** Prices are texts in templates: "숫자 정보를 문자열로 응답하는 스키마" (S-KT KakaoBrandMessageTemplate.kt). */
const wireCommerce = (commerce: Commerce<string> | null) => commerce && {
	title: commerce.title, regularPrice: commerce.regularPrice, ...(commerce.discountPrice !== null && { discountPrice: commerce.discountPrice }),
	...(commerce.discountRate !== null && { discountRate: commerce.discountRate }),
	...(commerce.discountFixed !== null && { discountFixed: commerce.discountFixed }),
};

const wireCard = (card: BrandCard<string>, imageIdOf: ImageIdOf) => ({
	...(card.header !== null && { header: card.header }), ...(card.message !== null && { content: card.message }),
	...(card.additional !== null && { additionalContent: card.additional }), imageId: imageIdOf(card.imageUrl),
	...(card.imageLink !== null && { imageLink: card.imageLink }), ...(card.commerce && { commerce: wireCommerce(card.commerce) }),
	buttons: card.buttons.map(wireButton), ...(card.coupon && { coupon: wireCoupon(card.coupon) }),
});

const wireCarousel = ({ head, cards, tail }: Carousel<string>, imageIdOf: ImageIdOf) => ({
	...(head && { head: { header: head.header, content: head.content, imageId: imageIdOf(head.imageUrl), ...links(head) } }),
	list: cards.map((card) => wireCard(card, imageIdOf)), ...(tail && { tail: links(tail) }),
});

function wireParts(bubble: BrandBubble<string>, imageIdOf: ImageIdOf) {
	const [main, ...subs] = bubble.items.map((item) => ({ ...(item.title !== null && { title: item.title }), imageId: imageIdOf(item.imageUrl), ...links(item) }));
	const { video } = bubble;
	return {
		content: bubble.text, imageId: imageIdOf(bubble.imageUrl), imageLink: bubble.imageLink, header: bubble.header,
		additionalContent: bubble.additional, carousel: bubble.carousel && wireCarousel(bubble.carousel, imageIdOf),
		mainWideItem: main ?? null, subWideItemList: main ? subs : null,
		video: video && { videoUrl: video.url, ...(video.thumbnailUrl && { imageId: imageIdOf(video.thumbnailUrl) }) },
		commerce: wireCommerce(bubble.commerce), buttons: bubble.buttons.map(wireButton), coupon: wireCoupon(bubble.coupon),
	};
}

function wireTemplate(account: SolapiAccount, channel: Channel, template: BrandTemplate) {
	const status = template.status === 'usable' ? 'ACTIVE' : 'INACTIVE';
	const imageIdOf: ImageIdOf = (url) => (url === null ? null : (account.world.images.byUrl(url)?.id ?? null));
	const names = new Set(brandVariables(template).map(({ name }) => name));
	return {
		brandTemplateId: brandTemplateIdOf(template.code), accountId: ACCOUNT_ID, isDeleted: false, name: template.name, pfId: channel.pfId,
		pfGroupId: null, assignType: 'CHANNEL', adult: template.bubble.adult, chatBubbleType: template.bubble.layout,
		...wireParts(template.bubble, imageIdOf), status, code: template.code,
		codes: [{ code: template.code, status, service: 'KAKAO', isMain: true }],
		variables: [...names].map((name) => ({ name: `#{${name}}` })), allowCopy: true,
		dateCreated: template.createdAt, dateUpdated: template.createdAt,
	};
}

type WireTemplate = ReturnType<typeof wireTemplate>;

const allTemplates = (account: SolapiAccount): WireTemplate[] => account.world.channels.flatMap((channel) =>
	account.world.brandTemplates.of(channel).map((template) => wireTemplate(account, channel, template)));

const LIST = [
	'name', 'name[like]', 'name[ne]', 'pfId', 'pfGroupId', 'brandTemplateId', 'chatBubbleType', 'status', 'startKey', 'limit',
	'dateCreated[gte]', 'dateCreated[lte]', 'dateUpdated[gte]', 'dateUpdated[lte]',
];

function filter(values: (name: string) => string[]): (template: WireTemplate) => boolean {
	const [like, not, since, until] = ['name[like]', 'name[ne]', 'dateCreated[gte]', 'dateCreated[lte]'].map((name) => values(name)[0]);
	const equals = (name: string, value: string) => values(name).length === 0 || values(name).includes(value);
	return (template) =>
		(['name', 'pfId', 'brandTemplateId', 'chatBubbleType', 'status'] as const).every((field) => equals(field, template[field])) &&
		equals('pfGroupId', '') && (like === undefined || template.name.includes(like)) && (not === undefined || template.name !== not) &&
		(since === undefined || Date.parse(template.dateCreated) >= Date.parse(since)) &&
		(until === undefined || Date.parse(template.dateCreated) <= Date.parse(until));
}

/**
 * `GET /kakao/v2/brand-templates`. The list is called `brandTemplateList`: S-KT corrected it from `templateList` (79dc806),
 * S-CTL reads the same. Parameters: S-KT KakaoBrandMessageTemplateListRequest.kt, `status` S-CTL.
 */
export function listBrandTemplates(account: SolapiAccount, query: URLSearchParams) {
	const values = readQuery(query, LIST);
	const limit = limitOf(values('limit')[0] ?? null);
	const found = allTemplates(account).filter(filter(values));
	const { page, ...keys } = keyedPage(found, (template) => template.brandTemplateId, values('startKey')[0], limit);
	return { ...keys, limit, brandTemplateList: page };
}

/** `GET /kakao/v2/brand-templates/{brandTemplateId}` */
export function oneBrandTemplate(account: SolapiAccount, brandTemplateId: string): WireTemplate {
	const template = allTemplates(account).find((candidate) => candidate.brandTemplateId === brandTemplateId);
	if (!template) throw notFound('요청하신 Resource를 찾을수 없습니다.');
	return template;
}

/** `GET /kakao/v2/brand-templates/sendable`: a plain array, as for AlimTalk (S-CTL). */
export function sendableBrandTemplates(account: SolapiAccount, query: URLSearchParams): WireTemplate[] {
	const values = readQuery(query, ['pfId', 'brandTemplateId']);
	const active = new Set(account.world.channels.filter((channel) => channel.status === 'active').map((channel) => channel.pfId));
	return allTemplates(account).filter(filter(values)).filter((template) => template.status === 'ACTIVE' && active.has(template.pfId));
}
