import type { BrandMessage } from '../../../message/brand/message';
import { textsIn } from '../../../message/brand/fill';
import { addressed, charactersOf, weightOf, withSigns } from '../wire';
import { toBms } from './bms';
import { withoutOpenPrices } from '../../../message/brand/prices';

/**
 * One Brand Message as SOLAPI takes it (facts §2.4). The text of a free-form message stands where an AlimTalk has that
 * of its SMS fallback, so both together are impossible; the fallback is switched off in so many words, because left
 * out it would be on and billed (facts §6.4). A template brings its own layout and text, and SOLAPI finds the type.
 */
export function toWire(message: BrandMessage): object {
	const { template, content, targeting, senderProfile: pfId } = message;
	if (template)
		return {
			...addressed(message),
			kakaoOptions: {
				pfId,
				templateId: template.code,
				variables: withSigns(withoutOpenPrices(message.variables)),
				disableSms: true,
				bms: { targeting },
			},
		};
	return {
		...addressed(message),
		type: 'BMS_FREE',
		...(content.text && { text: content.text }),
		kakaoOptions: { pfId, disableSms: true, bms: { targeting, adult: message.adult, ...toBms(content) } },
	};
}

/** Characters of the name, the quotes and the comma that come with each text. */
const FIELD = 24;

/** An upper bound of a message's size in the request, cheaper than writing it twice. */
export function weightOnWire({ template, content, variables, key }: BrandMessage): number {
	if (template) return weightOf(key.length + charactersOf(variables));
	// The text of a video message is sent twice, see bms.ts.
	let characters = key.length + (content.text?.length ?? 0);
	for (const text of textsIn(content)) characters += text.length + FIELD;
	return weightOf(characters);
}
