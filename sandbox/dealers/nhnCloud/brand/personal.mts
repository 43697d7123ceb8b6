import { brandVariables, renderBrand, type Lookup } from '../../../world/brandTemplate.mts';
import type { Images } from '../../../world/images.mts';
import type { BrandBubble, BrandTemplate } from '../../../world/types.mts';
import { Refusal } from '../codes.mts';
import type { BasicRecipient, WireImage, WireVideo } from './bodies.mts';
import { checkContent } from './rules.mts';

type Values = Readonly<Record<string, string>>;

const MAX_PARAMETER = 1300;
/** `productName@$.carousel.list[0]`: the value for one card (friendtalkupgrade-api-guide.md, "캐러셀 고정 치환자"). */
const CARD_KEY = /^[^@]+@\$\.carousel\.list\[\d+\]$/;

function checkParameters(values: Values): void {
	for (const [key, value] of Object.entries(values)) {
		if (key.length > MAX_PARAMETER || value.length > MAX_PARAMETER) throw new Refusal('-3048');
		if (key.includes('@') && !CARD_KEY.test(key)) throw new Refusal('-3347', key);
	}
}

/** "path 기반 키로 값을 찾지 못하면 일반 키로 fallback". */
const lookupIn = (values: Values): Lookup => (name, place) => {
	if (place !== null) {
		const key = `${name}@$.carousel.list[${place}]`;
		if (Object.hasOwn(values, key)) return values[key];
	}
	return Object.hasOwn(values, name) ? values[name] : undefined;
};

/** Puts a recipient's own pictures in, in the order in which they stand in the template; `{}` keeps one. */
function withImages(bubble: BrandBubble, parameters: readonly WireImage[]): BrandBubble {
	const { carousel } = bubble;
	const wanted = Number(bubble.imageUrl !== null) + bubble.items.length + Number(Boolean(carousel?.head)) + (carousel?.cards.length ?? 0);
	if (parameters.length !== wanted) throw new Refusal('-3344');
	const rest = [...parameters];
	const replaced = <Part extends { imageUrl: string | null }>(part: Part): Part => {
		const { imageUrl, imageLink } = rest.shift() ?? {};
		// Items and carousel heads have no imageLink of their own.
		return { ...part, ...(imageUrl && { imageUrl }), ...(imageLink && 'imageLink' in part && { imageLink }) };
	};
	const whole = bubble.imageUrl === null ? bubble : replaced(bubble);
	return {
		...whole, items: whole.items.map(replaced),
		carousel: carousel && { ...carousel, head: carousel.head && replaced(carousel.head), cards: carousel.cards.map(replaced) },
	};
}

function withVideo(bubble: BrandBubble, { videoUrl, thumbnailUrl }: WireVideo): BrandBubble {
	if (!bubble.video) throw new Refusal('-3305', bubble.layout, 'videoParameter');
	if (!videoUrl) throw new Refusal('-3317', 'videoUrl');
	return { ...bubble, video: { url: videoUrl, thumbnailUrl: thumbnailUrl || bubble.video.thumbnailUrl } };
}

const unreadable = (price: number | null | undefined) => price !== null && price !== undefined && Number.isNaN(price);

/** Prices come as texts in `templateParameter`; one that is no number is a bad parameter, not a missing field. */
function checkPrices({ commerce, carousel }: BrandBubble): void {
	for (const part of [commerce, ...(carousel?.cards ?? []).map((card) => card.commerce)]) {
		if (part && [part.regularPrice, part.discountPrice, part.discountRate, part.discountFixed].some(unreadable)) throw new Refusal('-3324');
	}
}

/** Fills the template for one recipient of `/basic-messages`. @throws Refusal that concerns this recipient alone */
export function personalBubble(template: BrandTemplate, recipient: BasicRecipient, images: Images): BrandBubble {
	const values = recipient.templateParameter ?? {};
	checkParameters(values);
	const lookup = lookupIn(values);
	for (const { name, place, optional } of brandVariables(template)) {
		if (!optional && lookup(name, place) === undefined) throw new Refusal('-3324');
	}
	let bubble = renderBrand(template, lookup);
	if (recipient.imageParameters) bubble = withImages(bubble, recipient.imageParameters);
	if (recipient.videoParameter) bubble = withVideo(bubble, recipient.videoParameter);
	checkPrices(bubble);
	if (bubble.text !== null && bubble.text.length > 1300) throw new Refusal('-2019');
	checkContent(bubble, images);
	return bubble;
}
