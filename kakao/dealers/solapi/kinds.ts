import { object, text, type JsonObject } from '../../partner/json';

/** Ids of Brand Message templates; those of AlimTalk start with KA01TP or TP01ID. */
const BRAND_TEMPLATE = 'KA01BP';

/**
 * Whether a listed or reported message is a Brand Message. SOLAPI's own tools tell it by the `bms` options or by the
 * template's id (solactl). The type alone is not enough: a message that an SMS replaced may be listed as SMS or LMS.
 * Of the options only the targeting counts, which each Brand Message has (code 1083): how an AlimTalk's row writes
 * empty options is not documented (U).
 */
export function isBrand(row: JsonObject): boolean {
	const { bms, templateId } = object(row.kakaoOptions);
	return (
		text(row.type)?.startsWith('BMS_') === true ||
		text(object(bms).targeting) !== undefined ||
		text(templateId)?.startsWith(BRAND_TEMPLATE) === true
	);
}

/** An AlimTalk is known by its template, whatever replaced it; plain SMS and the like have none. */
export const isAlimTalk = (row: JsonObject): boolean =>
	text(object(row.kakaoOptions).templateId) !== undefined && !isBrand(row);
