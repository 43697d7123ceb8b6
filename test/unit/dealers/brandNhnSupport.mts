import type { BrandContent, BrandTemplate } from '../../../kakao/message/brand/content';
import type { BrandMessage } from '../../../kakao/message/brand/message';
import { nhnCloud } from '../../../kakao/dealers/nhnCloud';
import type { DealerRequest } from '../../../kakao/delivery/conversation';
import { answer } from '../support/wires.mts';

export const brand = nhnCloud.brand!;
export const NOW = Date.UTC(2026, 11, 1, 3, 0);

export const text: BrandContent = { kind: 'TEXT', text: '주말 할인', buttons: [] };

export function brandMessage(parts: Partial<BrandMessage> = {}): BrandMessage {
	const index = parts.index ?? 0;
	return {
		index,
		key: `order-${index}`,
		keyGiven: true,
		to: { country: '82', national: `010${String(20_000_000 + index)}` },
		senderProfile: 'key',
		scheduleAt: null,
		fallback: null,
		template: null,
		variables: {},
		content: text,
		targeting: 'I',
		adult: false,
		pushAlarm: true,
		unsubscribe: null,
		...parts,
	};
}

export const brandTemplate = (content: BrandContent): BrandTemplate => ({
	code: 'SALE',
	name: '세일',
	status: 'approved',
	content,
});

/** The same cards as often as wanted. */
export const cards = (count: number): NonNullable<BrandContent['carousel']>['cards'] =>
	Array.from({ length: count }, () => ({ text: '#{상품}', image: 'https://i', buttons: [] }));

export const context = (now: () => number = () => NOW) => ({
	batchKey: 'batch-key',
	now,
	claimed: new Set<string>(),
	includeRaw: false,
});

/** NHN's envelope around a good answer, or a refusal. */
export const good = (body: object = {}) =>
	answer({ header: { resultCode: 0, resultMessage: 'SUCCESS', isSuccessful: true }, ...body });
export const refused = (resultCode: number) =>
	answer({ header: { resultCode, resultMessage: 'said', isSuccessful: false } });
export const listed = (messages: readonly object[]) => good({ messageSearchResultResponse: { messages } });

export const inBody = (request: DealerRequest | undefined) => request?.body as Record<string, unknown>;
export const queryOf = (request: DealerRequest | undefined) =>
	Object.fromEntries(new URL(request?.path ?? '', 'https://nhn').searchParams);
