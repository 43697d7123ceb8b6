/**
 * Sizes may come from expressions, which no compiler checks; a huge one would take all memory.
 * @throws {RangeError} a sentence for the user
 */
export function requireSize(what: string, value: number, least: number): void {
	if (!Number.isInteger(value) || value < least || value > 100)
		throw new RangeError(`${what} is ${value}; use a whole number from ${least} to 100.`);
}
