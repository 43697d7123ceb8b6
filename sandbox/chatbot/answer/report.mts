import type { SkillProblem } from '../types.mts';

export type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
/** Characters as people count them. */
const lengthOf = (text: string): number => [...text].length;

/** What is wrong with an answer, gathered while it is read. */
export class Report {
	readonly problems: SkillProblem[] = [];

	get isFaulty(): boolean {
		return this.problems.some(({ severity }) => severity === 'error');
	}

	error(path: string, ko: string, en: string): void {
		this.problems.push({ severity: 'error', path, message: { ko, en } });
	}

	warn(path: string, ko: string, en: string): void {
		this.problems.push({ severity: 'warning', path, message: { ko, en } });
	}

	fields(value: unknown, path: string): Fields {
		if (isFields(value)) return value;
		this.error(path, '객체여야 합니다.', 'must be an object.');
		return {};
	}

	/** Absent counts as empty. */
	list(value: unknown, path: string, min: number, max: number): readonly unknown[] {
		if (value !== undefined && value !== null && !Array.isArray(value)) {
			this.error(path, '배열이어야 합니다.', 'must be an array.');
			return [];
		}
		const found: readonly unknown[] = value ?? [];
		if (found.length < min) this.error(path, `${min}개 이상이어야 합니다.`, `needs at least ${min}.`);
		if (found.length > max) this.error(path, `최대 ${max}개입니다. (${found.length}개)`, `at most ${max}, not ${found.length}.`);
		return found;
	}

	/** @returns the text, or null when there is none */
	text(owner: Fields, field: string, path: string, { max = Infinity, required = false } = {}): string | null {
		const value = owner[field];
		const at = `${path}.${field}`;
		if (value === undefined || value === null || value === '') {
			if (required) this.error(at, '필수 값입니다.', 'is required.');
			return null;
		}
		if (typeof value !== 'string') {
			this.error(at, '문자열이어야 합니다.', 'must be a string.');
			return null;
		}
		const length = lengthOf(value);
		if (length > max) this.error(at, `최대 ${max}자입니다. (${length}자)`, `at most ${max} characters, not ${length}.`);
		return value;
	}

	/** Too long labels are cut without a word (facts 7.2, B). */
	label(owner: Fields, path: string, max: number): void {
		const label = this.text(owner, 'label', path, { required: true });
		if (label === null || lengthOf(label) <= max) return;
		this.warn(`${path}.label`, `${max}자를 넘는 글자는 잘립니다.`, `is cut after ${max} characters.`);
	}

	wholeNumber(owner: Fields, field: string, path: string, required: boolean): number | null {
		const value = owner[field];
		if (value === undefined || value === null) {
			if (required) this.error(`${path}.${field}`, '필수 값입니다.', 'is required.');
			return null;
		}
		if (typeof value === 'number' && Number.isInteger(value)) return value;
		this.error(`${path}.${field}`, '정수여야 합니다.', 'must be a whole number.');
		return null;
	}

	oneOf(owner: Fields, field: string, path: string, words: readonly string[]): string | null {
		const value = this.text(owner, field, path, { required: true });
		if (value === null || words.includes(value)) return value;
		this.error(`${path}.${field}`, `${words.join(', ')} 중 하나여야 합니다.`, `must be one of ${words.join(', ')}.`);
		return null;
	}
}
