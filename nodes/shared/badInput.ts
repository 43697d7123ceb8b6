import type { Problem } from '../../kakao/message/limits';

/** A parameter of one item that cannot be used. Keeps that item back; the others go on. */
export class BadInput extends Error {
	constructor(readonly problem: Problem) {
		super(`${problem.field} ${problem.text}`);
		this.name = 'BadInput';
	}
}

/** A switch that an expression may set. A CSV knows only texts, so "true" and "false" count; anything else is not guessed at. */
export function flagOf(value: unknown, field: string): boolean {
	if (value === true || value === 1 || value === '1' || value === 'true' || value === 'TRUE') return true;
	if (value === undefined || value === null || value === '' || value === false) return false;
	if (value === 0 || value === '0' || value === 'false' || value === 'FALSE') return false;
	throw new BadInput({
		field,
		text: `is ${typeof value === 'object' ? 'a list or object' : `"${String(value)}"`}, neither true nor false`,
		cure: 'Give true or false.',
	});
}

/** A text that an expression may give; a number is a text as well, nothing is the empty one. */
export function textOf(value: unknown, field: string): string {
	if (value === undefined || value === null) return '';
	if (typeof value === 'string') return value;
	if (typeof value === 'number') return String(value);
	throw new BadInput({
		field,
		text: `is ${typeof value === 'object' ? 'a list or object' : `a ${typeof value}`}, where a text belongs`,
		cure: 'Map it to a field that holds a text.',
	});
}
