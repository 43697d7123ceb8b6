import { misfit, type Shape } from '../../dealers/shape.mts';
import { badFormat } from './refusals.mts';

/** Refuses what the document does not name, and every wrong type. @throws KakaoRefusal -509 */
export function checkShape(body: unknown, shape: Shape): void {
	const bad = misfit(body, shape);
	if (bad) throw badFormat(`${bad.path || 'body'}: ${bad.problem === 'unknown' ? 'unknown field' : `must be ${bad.expected}`}`);
}

/** @throws KakaoRefusal -509 when it is empty or too long */
export function need(value: string | null | undefined, field: string, max: number): string {
	if (!value) throw badFormat(`${field}: required`);
	return upTo(value, field, max);
}

/** @throws KakaoRefusal -509 when it is too long */
export function upTo(value: string, field: string, max: number): string {
	if (value.length > max) throw badFormat(`${field}: up to ${max} characters`);
	return value;
}

/** Message texts (facts 2.1). */
export const TEXT_MAX = 1000;
