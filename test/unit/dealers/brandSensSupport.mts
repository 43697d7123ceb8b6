import { naverSens } from '../../../kakao/dealers/naverSens';
import type { DealerRequest, Reply } from '../../../kakao/delivery/conversation';
import type { BrandContent, BrandTemplate } from '../../../kakao/message/brand/content';
import { fillBrand } from '../../../kakao/message/brand/fill';
import type { BrandMessage } from '../../../kakao/message/brand/message';
import { answer, requestsOf, talk } from '../support/wires.mts';

export const brand = naverSens.brand!;
export const NOW = Date.UTC(2026, 11, 1, 3, 0);
export const PATH = '/brandmessage/v2/services/{serviceId}';

export const plain: BrandContent = { kind: 'TEXT', text: '주말 할인', buttons: [] };
export const product: BrandContent = {
	kind: 'COMMERCE',
	image: 'img-1',
	commerce: { title: '운동화', regularPrice: '59000' },
	buttons: [{ type: 'WL', name: '구매', linkMobile: 'https://m.shop.kr' }],
};

export function brandMessage(parts: Partial<BrandMessage> = {}): BrandMessage {
	const index = parts.index ?? 0;
	return {
		index,
		key: `order-${index}`,
		keyGiven: true,
		to: { country: '82', national: `010${String(20_000_000 + index)}` },
		senderProfile: '@shop',
		scheduleAt: null,
		fallback: null,
		template: null,
		variables: {},
		content: plain,
		targeting: 'I',
		adult: false,
		pushAlarm: true,
		unsubscribe: null,
		...parts,
	};
}

/** A message from a template, filled in as the node does it. */
export function fromTemplate(
	content: BrandContent,
	variables: Record<string, string>,
	parts: Partial<BrandMessage> = {},
): BrandMessage {
	const template: BrandTemplate = { code: 'SALE', name: '세일', status: 'approved', content };
	return brandMessage({ template, variables, content: fillBrand(content, variables), ...parts });
}

export const context = (claimed = new Set<string>()) => ({
	batchKey: 'batch-key',
	now: () => NOW,
	claimed,
	includeRaw: false,
});

/** SENS's answer to a send. */
export const sent = (requestId: string, codes: readonly string[]) =>
	answer({ requestId, messages: codes.map((code, at) => ({ messageId: `m${at}`, requestStatusCode: code })) }, 202);

export const listed = (...messages: object[]) => answer({ messages });

/** What SENS lists of a free-form message. */
export const rowOf = (message: BrandMessage, requestId: string, parts: object = {}) => ({
	requestId,
	messageId: `${requestId}-${message.index}`,
	to: message.to.national,
	messageType: message.content.kind,
	requestStatusCode: 'A000',
	...(message.content.text !== undefined && { content: message.content.text }),
	...parts,
});

export const inBody = (request: DealerRequest | undefined) => request?.body as Record<string, unknown>;
export const queryOf = (request: DealerRequest | undefined) =>
	Object.fromEntries(new URL(request?.path ?? '', 'https://sens').searchParams);

export const two = [0, 1].map((index) => brandMessage({ index }));
/** Sends a batch, and tells what came of it and how often it went out. */
export const send = (batch: readonly BrandMessage[], replies: readonly Reply[], claimed = new Set<string>()) => {
	const { result, wishes } = talk(brand.send(batch, context(claimed)), replies);
	const posts = requestsOf(wishes).filter(({ method }) => method === 'POST').length;
	return {
		outcomes: result,
		kinds: result.map(({ outcome }) => outcome),
		ids: result.map((each) => each.messageId),
		posts,
		wishes,
	};
};
/** A request of these messages, as SENS lists it. */
export const allOf = (batch: readonly BrandMessage[], requestId: string, parts: object = {}) =>
	listed(...batch.map((each) => rowOf(each, requestId, parts)));
