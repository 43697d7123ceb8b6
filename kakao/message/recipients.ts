import type { Capabilities } from './capabilities';
import type { Problem } from './limits';
import { formatRecipient, normalisePhone, splitNumbers, type Recipient } from './phone';

/** One number of a "to" cell: usable, or what is wrong with it. */
export type ResolvedRecipient = { recipient: Recipient } | { given: string; problem: Problem };

/** Every number that a "to" cell holds, as far as this dealer can reach it; one that stands there twice counts once. */
export function resolveRecipients(to: unknown, capabilities: Capabilities): ResolvedRecipient[] {
	const numbers = new Set<string>();
	return splitNumbers(to)
		.map((given) => toRecipient(given, capabilities))
		.filter((entry) => {
			if (!('recipient' in entry)) return true;
			const number = formatRecipient(entry.recipient);
			const first = !numbers.has(number);
			numbers.add(number);
			return first;
		});
}

function toRecipient(given: unknown, { overseas }: Capabilities): ResolvedRecipient {
	const result = normalisePhone(given);
	if ('why' in result) return { given: result.given, problem: { field: 'To', text: result.why, cure: result.cure } };
	if (result.recipient.country !== '82' && !overseas) {
		return {
			given: formatRecipient(result.recipient),
			problem: {
				field: 'To',
				text: 'is an overseas number, which this dealer does not send to',
				cure: 'Use a dealer that does, or leave the row out.',
			},
		};
	}
	return result;
}

/** Outside Korea only SMS can replace a message (NHN guide; the others offer no more). */
export function refuseOverseasLms(entry: ResolvedRecipient): ResolvedRecipient {
	if (!('recipient' in entry) || entry.recipient.country === '82') return entry;
	return {
		given: formatRecipient(entry.recipient),
		problem: {
			field: 'fallback text',
			text: 'is an LMS, and overseas numbers take SMS only',
			cure: 'Shorten it to 90 bytes, or switch the fallback off for this recipient.',
		},
	};
}
