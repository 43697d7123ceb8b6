import type { IExecuteFunctions } from 'n8n-workflow';

import type { AlimTalkMessage } from '../../kakao/message/message';
import { advertisingWords } from '../../kakao/policy/adScreen';

const ADVICE = 'AlimTalk carries information only, and Kakao sanctions channels that advertise through it.';

/** What a preview says of one message whose values read like advertising; undefined when they don't. */
export function advertisingWarning(variables: Readonly<Record<string, string>>): string | undefined {
	const words = advertisingWords(variables);
	return words.length === 0 ? undefined : `values read like advertising (${words.join(', ')}): ${ADVICE}`;
}

/** One hint for a whole run. The messages go out all the same: whether something is advertising is for people to judge. */
export function hintAtAdvertising(context: IExecuteFunctions, messages: readonly AlimTalkMessage[]): void {
	const flagged = messages.map(({ variables }) => advertisingWords(variables)).filter((words) => words.length > 0);
	if (flagged.length === 0) return;
	const words = [...new Set(flagged.flat())].join(', ');
	context.addExecutionHints({
		type: 'warning',
		location: 'outputPane',
		message: `The values of ${flagged.length.toLocaleString('en')} messages read like advertising (${words}). ${ADVICE}`,
	});
}
