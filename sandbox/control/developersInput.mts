import type { Context } from 'hono';
import type { Shape } from '../dealers/shape.mts';
import type { Developers } from '../developers/developers.mts';
import type { Channel } from '../world/types.mts';
import { BadControl, bodyOf } from './input.mts';

/** @throws BadControl for anything but digits */
export function numberIn(text: string | null | undefined): string {
	if (!text || !/^\d{8,15}$/.test(text)) throw new BadControl('number: digits only');
	return text;
}

/** By `@name` or `_id`. @throws BadControl */
export function channelIn({ platform }: Developers, name: string | null | undefined): Channel {
	const channel = name ? platform.channels.byAnyName(name) : undefined;
	if (!channel) throw new BadControl(`channel: ${name ?? ''} does not exist`);
	return channel;
}

/** One of a few words. @throws BadControl */
export function oneOf<Word extends string>(field: string, words: readonly Word[], text: unknown): Word {
	const word = words.find((candidate) => candidate === text);
	if (!word) throw new BadControl(`${field}: one of ${words.join(', ')}`);
	return word;
}

/** Only words of the list, in its order. @throws BadControl */
export function someOf<Word extends string>(field: string, words: readonly Word[], texts: readonly string[]): Word[] {
	for (const text of texts) oneOf(field, words, text);
	return words.filter((word) => texts.includes(word));
}

/** @throws BadControl for anything but http and https */
export function webAddressIn(field: string, url: string): string {
	if (!/^https?:\/\//.test(url)) throw new BadControl(`${field}: http or https`);
	return url;
}

const MOST_COPIES = 10;

/** @throws BadControl for numbers below 0 and, in a field of few words, for other words */
export async function behaviourIn<Behaviour extends object>(
	c: Context, shape: { readonly [field: string]: Shape }, choices: Readonly<Record<string, readonly string[]>>,
): Promise<Partial<Behaviour>> {
	const changes = await bodyOf<Record<string, unknown>>(c, shape);
	for (const [field, value] of Object.entries(changes)) {
		const words = choices[field];
		if (words) oneOf(field, words, value);
		for (const number of [value].flat()) if (typeof number === 'number' && number < 0) throw new BadControl(`${field}: from 0`);
	}
	if (Number(changes['duplicates'] ?? 0) > MOST_COPIES) throw new BadControl(`duplicates: 0 to ${MOST_COPIES}`);
	return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== null)) as Partial<Behaviour>;
}
