import type { BrandContent, BrandTemplate } from '../../../kakao/message/brand/content';
import type { BrandMessage } from '../../../kakao/message/brand/message';
import type { Button } from '../../../kakao/message/template';

/** Brand Messages for the tests of SOLAPI's adapter. */

export const button: Button = { type: 'WL', name: '보기', linkMobile: 'https://a.kr', linkPc: 'https://a.kr/pc' };
export const onWire = { linkType: 'WL', name: '보기', linkMobile: 'https://a.kr', linkPc: 'https://a.kr/pc' };

export const contentOf = (parts: Partial<BrandContent> = {}): BrandContent => ({
	kind: 'TEXT',
	text: '주말 할인',
	buttons: [],
	...parts,
});

export const brandTemplate = (parts: Partial<BrandTemplate> = {}): BrandTemplate => ({
	code: 'KA01BP1',
	name: '할인',
	status: 'approved',
	content: contentOf({ text: '#{이름}님' }),
	...parts,
});

export function brandMessage(parts: Partial<BrandMessage> = {}): BrandMessage {
	const index = parts.index ?? 0;
	return {
		index,
		key: `sale-${index}`,
		keyGiven: true,
		to: { country: '82', national: `010${String(20_000_000 + index)}` },
		senderProfile: 'PF01',
		scheduleAt: null,
		fallback: null,
		template: null,
		variables: {},
		content: contentOf(),
		targeting: 'I',
		adult: false,
		pushAlarm: true,
		unsubscribe: null,
		...parts,
	};
}
