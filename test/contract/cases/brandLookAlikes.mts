import { expect, test } from 'vitest';

import type { BrandContent } from '../../../kakao/message/brand/content';
import { formatRecipient } from '../../../kakao/message/phone';
import { toMessageId } from '../../../kakao/message/reference';
import type { BrandBubble } from '../../../sandbox/world/types.mts';
import type { Bench } from '../bench.mts';
import type { BrandDesk } from '../brandDesk.mts';
import { contentOf } from '../contents.mts';
import { deskOf } from '../desk.mts';
import { TEXT, THREE } from '../lanes.mts';
import { friend } from '../people.mts';

/** Several advertisements to the same people while answers get lost: one must not be taken for another. */
export function brandLookAlikes(bench: Bench, brand: BrandDesk): void {
	const { dealer, id } = bench;
	const { service } = brand;
	const small = { ...service, batch: { ...service.batch, maxRecipients: 10 } };
	const inTens = deskOf(dealer.capabilities.parallelRequests, small, bench.wire);
	/** Products have no text by which a list could tell them apart. */
	const product = (title: string, image: string): BrandContent => ({
		...contentOf('COMMERCE', service.capabilities.freeForm, 'least'),
		commerce: { title, regularPrice: '1000' },
		image,
	});
	const everybody = (content: BrandContent) =>
		brand.freeForm(
			content,
			Array.from({ length: 25 }, (_, at) => ({ to: friend(at), values: THREE })),
		);

	test.each([1, 2, 3])(
		'a lost answer about a product (request %i) is settled, and nobody gets it twice',
		async (nth) => {
			const messages = everybody(product('머그컵', await brand.upload('basic')));
			await bench.post('/api/faults', { dealer: id, plan: [{ dealer: id, nth, kind: 'lose' }] });
			const outcomes = await brand.send(messages);
			expect(outcomes.every(({ outcome }) => outcome === 'accepted')).toBe(true);
			const arrived = await bench.accepted();
			expect(arrived.map(({ requestId, messageId }) => toMessageId(requestId, messageId)).sort()).toEqual(
				outcomes.map(({ messageId }) => messageId).sort(),
			);
			expect(new Set(arrived.map(({ to }) => to)).size).toBe(messages.length);
		},
	);

	test.each(
		[1, 2, 3, 4].flatMap((seed) => (['two products', 'two texts'] as const).map((what) => [what, seed] as const)),
	)(
		'%s to everybody in a bad hour (seed %i): each once or not at all, and each outcome is true',
		async (what, seed) => {
			const image = await brand.upload('basic');
			const contents =
				what === 'two products'
					? [product('머그컵', image), product('램프', image)]
					: [TEXT, { ...TEXT, text: '#{이름}님, 다른 소식입니다.' }];
			const messages = contents
				.flatMap(everybody)
				.map((message, index) => ({ ...message, index, key: `advertisement-${index}` }));
			const rates = { lose: 0.2, serverErrorAfter: 0.1, reset: 0.1, serverError: 0.1 };
			await bench.post('/api/faults', { dealer: id, seed, rates });
			const outcomes = await inTens.send(messages);
			const arrived = Map.groupBy(await bench.accepted(), ({ to, bubble }) => seen(to, bubble as BrandBubble));
			expect([...arrived.values()].filter((same) => same.length > 1)).toEqual([]);
			const untrue = messages.filter(({ to, content }, at) => {
				const { outcome } = outcomes[at]!;
				const shown = arrived.has(`${formatRecipient(to)} ${content.commerce?.title ?? content.text}`);
				return outcome !== 'unknown' && (outcome === 'accepted') !== shown;
			});
			expect(untrue).toEqual([]);
			// Where no key and no text tells two products apart, that is said instead of guessed.
			if (dealer.capabilities.carriesKey || what === 'two texts')
				expect(outcomes.filter(({ outcome }) => outcome === 'unknown')).toEqual([]);
		},
	);

	const seen = (to: string, { commerce, text }: BrandBubble) => `${to} ${commerce?.title ?? text}`;
}
