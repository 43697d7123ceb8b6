import type { Context } from 'hono';
import type { Shape } from '../dealers/shape.mts';
import { BadControl, bodyOf } from './input.mts';

/** Who in which room. */
const PLACE = { number: 'string', channel: 'string' } as const satisfies Shape;
export interface Place { number?: string | null; channel?: string | null }

/** The body of whatever a customer or an agent does in a room. @throws BadControl without a number and a channel */
export async function placed<Body extends Place>(
	c: Context, shape: { readonly [field: string]: Shape } = {},
): Promise<Body & { number: string; channel: string }> {
	const body = await bodyOf<Body>(c, { ...PLACE, ...shape });
	const { number, channel } = body;
	if (!number || !/^\d{8,15}$/.test(number)) throw new BadControl('number: digits only');
	if (!channel) throw new BadControl('channel: required');
	return { ...body, number, channel };
}
