import type { Bubble, SandboxMessage } from '../api.mts';
import { isText } from '../timeline.mts';
import type { Words } from '../words.mts';
import { alimtalk } from './alimtalk.mts';
import { brand } from './brand.mts';
import type { BubbleDrawing } from './drawing.mts';

/** A new kind of bubble needs a drawing here; the compiler asks for it. */
const drawings: { [K in Bubble['kind']]: BubbleDrawing<Extract<Bubble, { kind: K }>> } = { alimtalk, brand };

export function drawingOf<B extends Bubble>(bubble: B): BubbleDrawing<B> {
	// The table's type pairs each kind with its drawing; that the kind of a bubble decides its type, TypeScript can't see.
	const drawing: unknown = drawings[bubble.kind];
	return drawing as BubbleDrawing<B>;
}

export function snippet(message: SandboxMessage, words: Words): string {
	if (isText(message) && message.fallback) return `[${words.textMessage}] ${message.fallback.text}`;
	return drawingOf(message.bubble).snippet(message.bubble, words);
}
