import type { Words } from '../words.mts';
import type { ConsultMessage } from './api.mts';

/** One line for the list of phones. */
export function consultSnippet({ bubble, deletedAt }: ConsultMessage, words: Words): string {
	if (deletedAt) return words.recalled;
	switch (bubble.kind) {
		case 'text':
		case 'notice':
			return bubble.text;
		case 'media':
			return words.mediaSent[bubble.media](bubble.files.length);
		case 'rich':
			return bubble.header ?? bubble.text ?? bubble.cards[0]?.header ?? bubble.cards[0]?.text ?? words.photoMessage;
	}
}
