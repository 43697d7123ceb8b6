import type { ImageKind } from '../../../world/images.mts';

/** What a file is for. DOCUMENT, RCS and FAX belong to products the sandbox does not have. */
export const KINDS = {
	BMS: 'basic', BMS_WIDE: 'wide', BMS_WIDE_MAIN_ITEM_LIST: 'wideItemMain', BMS_WIDE_SUB_ITEM_LIST: 'wideItemSub',
	BMS_CAROUSEL_FEED_LIST: 'carouselFeed', BMS_CAROUSEL_COMMERCE_LIST: 'carouselCommerce',
	// The thumbnail of a video is uploaded as KAKAO (S-SDK send_bms_free_premium_video.js).
	KAKAO: 'basic', MMS: 'basic',
} as const satisfies Record<string, ImageKind>;

export type FileType = keyof typeof KINDS;

/** S-DOC storage/uploadfile.md; the limits of BMS are Kakao's own (imageRules.mts). */
export const MAX_BYTES: Partial<Record<FileType, number>> = { KAKAO: 500 * 1024, MMS: 200 * 1024 };

export const isFileType = (type: string): type is FileType => Object.hasOwn(KINDS, type);
