import type { Problem } from '../limits';

/** Short ways to say what is wrong with a part. */

export const problem = (field: string, text: string, cure: string): Problem => ({ field, text, cure });
export const missing = (field: string): Problem =>
	problem(field, 'is empty', 'Fill it in: this kind of message needs it.');
export const need = (field: string, value: string | undefined): Problem[] => (value ? [] : [missing(field)]);

export const countProblem = (field: string, count: number, { min, max }: { min: number; max: number }): Problem[] =>
	count >= min && count <= max
		? []
		: [problem(field, `are ${count}, allowed are ${min} to ${max}`, count < min ? 'Add some.' : 'Take some out.')];
