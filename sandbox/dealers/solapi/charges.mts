import type { Group } from './account.mts';

const TYPES = [
	'sms', 'lms', 'mms', 'ata', 'cta', 'cti', 'nsa', 'rcs_sms', 'rcs_lms', 'rcs_mms', 'rcs_tpl', 'bms_text', 'bms_image', 'bms_wide',
	'bms_wide_item_list', 'bms_carousel_feed', 'bms_premium_video', 'bms_commerce', 'bms_carousel_commerce', 'bms_free',
] as const;

/** The same for every message type SOLAPI counts by. */
export const perType = <Value,>(value: () => Value) => Object.fromEntries(TYPES.map((type) => [type, value()]));

export const NO_MONEY = { requested: 0, replacement: 0, refund: 0, sum: 0 };

/** Won for one AlimTalk, as the document's price samples have it; none of them shows a Brand Message, which is dearer. */
const priceOf = (type: string) => (type === 'ata' ? 13 : 30);

/** What the registered messages of a group cost, by type. */
export function charges(group: Group) {
	const byType = new Map<string, number>();
	for (const { registered, type } of group.entries) {
		if (registered === '2000') byType.set(type.toLowerCase(), (byType.get(type.toLowerCase()) ?? 0) + 1);
	}
	const sum = [...byType].reduce((total, [type, number]) => total + number * priceOf(type), 0);
	return {
		countForCharge: { ...perType(() => ({})), ...Object.fromEntries([...byType].map(([type, number]) => [type, { '82': number }])) },
		requested: group.dateSent ? sum : 0,
		price: { '82': Object.fromEntries([...byType.keys()].map((type) => [type, priceOf(type)])) },
	};
}
