import { expect, test } from 'vitest';

import { BRAND_KINDS } from '../../../kakao/message/brand/content';
import type { BrandBubble } from '../../../sandbox/world/types.mts';
import type { Bench } from '../bench.mts';
import type { BrandDesk } from '../brandDesk.mts';
import { shownIn, toBeShown } from '../bubbles.mts';
import { contentOf, type Measure } from '../contents.mts';
import { STRANGER } from '../people.mts';

const MEASURES: Readonly<Record<Measure, string>> = {
	least: 'the least that it needs',
	everything: 'everything that it has a place for',
	limit: 'every text, link, price and list as long as the form lets it be',
};

/** The eight layouts, written in the node: what a person wrote is what the customer sees. */
export function brandKinds(bench: Bench, brand: BrandDesk): void {
	const { freeForm: rules } = brand.service.capabilities;
	const table = BRAND_KINDS.flatMap((kind) =>
		(Object.keys(MEASURES) as Measure[]).map((measure) => [kind, MEASURES[measure], measure] as const),
	);

	test.each(table)('%s with %s arrives exactly as it was written', async (kind, _, measure) => {
		const content = await brand.illustrated(contentOf(kind, rules, measure));
		// A stranger sees all of it; friends are spared the button that makes them friends.
		const [outcome] = await brand.send(brand.freeForm(content, [{ to: STRANGER, targeting: 'M' }]));
		expect(outcome).toMatchObject({ outcome: 'accepted', reason: null });
		await expect.poll(async () => (await bench.accepted())[0]?.state).toBe('delivered');
		const [message] = await bench.accepted();
		expect(shownIn(message!.bubble as BrandBubble)).toEqual(toBeShown(bench, content));
	});
}
