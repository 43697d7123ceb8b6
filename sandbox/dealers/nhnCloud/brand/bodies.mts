import type { Shape } from '../../shape.mts';
import type { ResendParameter } from '../bodies.mts';
import type { RequestBody } from '../request.mts';

/** Fields that may be missing or null, as the guide's "X" columns have it; what is required, the rules say. */
type Loose<Fields> = { [Field in keyof Fields]?: Fields[Field] | null };

export type WireLinks = Loose<{ linkMo: string; linkPc: string; schemeAndroid: string; schemeIos: string }>;
export type WireButton = WireLinks & Loose<{ name: string; type: string; chatExtra: string; chatEvent: string; bizFormKey: string }>;
export type WireCoupon = WireLinks & Loose<{ title: string; description: string }>;
export type WireItem = WireLinks & Loose<{ title: string; imageUrl: string }>;
export type WireImage = Loose<{ imageUrl: string; imageLink: string }>;
export type WireVideo = Loose<{ videoUrl: string; thumbnailUrl: string }>;
export type WireCommerce = Loose<{ title: string; regularPrice: number; discountPrice: number; discountRate: number; discountFixed: number }>;
export type WireCard = WireImage &
	Loose<{ header: string; message: string; additionalContent: string; commerce: WireCommerce; buttons: WireButton[]; coupon: WireCoupon }>;
export type WireHead = WireLinks & Loose<{ header: string; content: string; imageUrl: string }>;
export type WireCarousel = Loose<{ head: WireHead; list: WireCard[]; tail: WireLinks }>;

/** What a message shows, in NHN's words. */
export type WireContent = Loose<{
	adult: boolean;
	content: string;
	header: string;
	additionalContent: string;
	image: WireImage;
	item: Loose<{ list: WireItem[] }>;
	commerce: WireCommerce;
	video: WireVideo;
	carousel: WireCarousel;
	buttons: WireButton[];
	coupon: WireCoupon;
}>;

/** The opt-out number; those of the request win over those of a recipient. */
export type WireOptOut = Loose<{ unsubscribeNo: string; unsubscribeAuthNo: string }>;

export type BrandResend = ResendParameter & { resendUnsubscribeNo?: string | null };

export type BrandRecipient = WireOptOut &
	Loose<{ recipientNo: string; targeting: string; resendParameter: BrandResend; recipientGroupingKey: string }>;

export type BasicRecipient = BrandRecipient &
	Loose<{ templateParameter: Record<string, string>; imageParameters: WireImage[]; videoParameter: WireVideo }>;

export type BrandRequest<Recipient> = RequestBody<Recipient> & WireOptOut & { pushAlarm?: boolean | null };

export type FreestyleBody = BrandRequest<BrandRecipient> & WireContent & { chatBubbleType?: string | null };

const LINKS = { linkMo: 'string', linkPc: 'string', schemeAndroid: 'string', schemeIos: 'string' } as const;
const BUTTON = { ...LINKS, name: 'string', type: 'string', chatExtra: 'string', chatEvent: 'string', bizFormKey: 'string' } as const;
const COUPON = { ...LINKS, title: 'string', description: 'string' } as const;
const IMAGE = { imageUrl: 'string', imageLink: 'string' } as const;
const VIDEO = { videoUrl: 'string', thumbnailUrl: 'string' } as const;
const COMMERCE = {
	title: 'string', regularPrice: 'number', discountPrice: 'number', discountRate: 'number', discountFixed: 'number',
} as const;
const CARD = {
	...IMAGE, header: 'string', message: 'string', additionalContent: 'string', commerce: COMMERCE, buttons: [BUTTON], coupon: COUPON,
} as const;
const HEAD = { ...LINKS, header: 'string', content: 'string', imageUrl: 'string' } as const;
const OPT_OUT = { unsubscribeNo: 'string', unsubscribeAuthNo: 'string' } as const;
const RECIPIENT = {
	...OPT_OUT, recipientNo: 'string', targeting: 'string', recipientGroupingKey: 'string',
	resendParameter: {
		isResend: 'boolean', resendType: 'string', resendTitle: 'string', resendContent: 'string', resendSendNo: 'string',
		resendUnsubscribeNo: 'string',
	},
} as const;

const requestShape = (recipient: Shape, parts: Record<string, Shape>): Shape => ({
	...OPT_OUT, ...parts, senderKey: 'string', pushAlarm: 'boolean', requestDate: 'string', recipientList: [recipient],
	senderGroupingKey: 'string', resellerCode: 'string', createUser: 'string', statsId: 'string',
});

/** Every field that `POST …/freestyle-messages` documents for any message type. */
export const FREESTYLE: Shape = requestShape(RECIPIENT, {
	chatBubbleType: 'string', adult: 'boolean', content: 'string', header: 'string', additionalContent: 'string', image: IMAGE,
	item: { list: [{ ...LINKS, title: 'string', imageUrl: 'string' }] }, commerce: COMMERCE, video: VIDEO,
	carousel: { head: HEAD, list: [CARD], tail: LINKS }, buttons: [BUTTON], coupon: COUPON,
});

/** Every field that `POST …/basic-messages` documents. */
export const BASIC: Shape = requestShape(
	{ ...RECIPIENT, templateParameter: 'strings', imageParameters: [IMAGE], videoParameter: VIDEO },
	{ templateCode: 'string' },
);
