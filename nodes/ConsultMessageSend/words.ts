import type { Words } from '../shared/emit';
import type { Wording } from '../shared/refusals';

/** How errors and hints speak of what an operation deals in. Absent parts: as of messages. */
interface Speech {
	words?: Words;
	wording?: Wording;
}

/** Ends, blocks, look-ups, uploads. */
const DEEDS: Speech = {
	words: { failed: 'items could not be done', none: 'items could be done' },
	wording: {
		unusable: 'items cannot be done as they are, so nothing was done',
		nothing: 'Nothing was done.',
		others: 'To do the others anyway',
	},
};

export const LINKS = {
	words: { failed: 'links could not be built', none: 'links could be built' },
	wording: {
		unusable: 'links cannot be built as they are, so none was built',
		nothing: 'Nothing was built.',
		others: 'To build the others anyway',
	},
} satisfies Speech;

export const speechOf = (operation: string): Speech => (operation.startsWith('send') ? {} : DEEDS);
