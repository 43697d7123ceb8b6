import type { ImageKind } from '../../../world/images.mts';

/** What a picture is for (E-BM image upload, "이미지 타입"). */
export const IMAGE_TYPES = {
	BASIC: 'basic', WIDE: 'wide', WIDE_ITEM_LIST_MAIN: 'wideItemMain', WIDE_ITEM_LIST_SUB: 'wideItemSub', CAROUSEL_FEED: 'carouselFeed',
	CAROUSEL_COMMERCE: 'carouselCommerce',
} as const satisfies Record<string, ImageKind>;

export type ImageType = keyof typeof IMAGE_TYPES;

export const isImageType = (type: string): type is ImageType => Object.hasOwn(IMAGE_TYPES, type);
