import type { Problem } from '../../message/limits';
import type { Made } from '../../message/made';
import { encodeMetadata, MOST_CHARACTERS } from '../metadata';

/** What a consult is to bring along: names and values, or metadata written elsewhere. Empty means none. */
export type Metadata = string | Readonly<Record<string, string>>;

const problem = (text: string, cure: string): { problems: Problem[] } => ({
	problems: [{ field: 'metadata', text, cure }],
});

/** The `extra` of a link or form, empty for none (facts consulttalk §2.4: Kakao takes nothing but `[A-Za-z0-9_]{1,50}`). */
export function makeExtra(metadata: Metadata): Made<string> {
	if (typeof metadata === 'string') return checkExtra(metadata);
	const made = encodeMetadata(metadata);
	if ('extra' in made) return { value: made.extra };
	return problem(
		made.why,
		'Leave some out, or use shorter names and an order number instead of words: each Korean letter takes 6 characters.',
	);
}

function checkExtra(extra: string): Made<string> {
	if (!/^[A-Za-z0-9_]*$/.test(extra)) {
		return problem(
			`"${extra}" holds more than letters, digits and _, which is all Kakao takes`,
			'Give it as names and values instead; they are encoded.',
		);
	}
	if (extra.length <= MOST_CHARACTERS) return { value: extra };
	return problem(
		`has ${extra.length} characters, and a button carries ${MOST_CHARACTERS}`,
		`Shorten it by ${extra.length - MOST_CHARACTERS} characters.`,
	);
}
