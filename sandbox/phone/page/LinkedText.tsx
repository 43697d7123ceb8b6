import { linkParts } from './link.mts';

/** Text of strangers: always set as text, never as HTML; only http(s) addresses become links. */
export function LinkedText({ text }: { text: string }) {
	return (
		<>
			{linkParts(text).map((part, place) =>
				part.href ? (
					<a key={place} href={part.href} target="_blank" rel="noopener noreferrer">
						{part.text}
					</a>
				) : (
					part.text
				),
			)}
		</>
	);
}
