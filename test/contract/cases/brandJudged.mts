import fc from 'fast-check';
import { expect, test } from 'vitest';

import { BRAND_KINDS } from '../../../kakao/message/brand/content';
import { replacePictures, type PictureSlot } from '../../../kakao/message/brand/pictures';
import type { BrandDesk } from '../brandDesk.mts';
import { contentOf, type Measure } from '../contents.mts';
import { oddity } from '../oddities.mts';
import { STRANGER } from '../people.mts';
import { SIZES } from '../pictures.mts';

/** What the node lets pass, the dealer takes: nobody learns of a limit from a campaign that came back. */
export function brandJudged(brand: BrandDesk): void {
	test('no advertisement that passes the check before the send is refused by the dealer', async () => {
		const { freeForm: rules } = brand.service.capabilities;
		const pictures = new Map<PictureSlot, string>();
		for (const slot of Object.keys(SIZES) as PictureSlot[]) pictures.set(slot, await brand.upload(slot));
		const advertisement = fc
			.tuple(
				fc.constantFrom(...BRAND_KINDS),
				fc.constantFrom<Measure>('least', 'everything'),
				fc.array(oddity, { minLength: 1, maxLength: 3 }),
			)
			.map(([kind, measure, oddities]) =>
				replacePictures(
					oddities.reduce((content, change) => change(content), contentOf(kind, rules, measure)),
					(_, slot) => pictures.get(slot)!,
				),
			);
		let sent = 0;
		await fc.assert(
			fc.asyncProperty(advertisement, async (content) => {
				if (!brand.passes(content)) return;
				sent += 1;
				const [outcome] = await brand.send(brand.freeForm(content, [{ to: STRANGER, targeting: 'M' }]));
				expect(outcome).toMatchObject({ outcome: 'accepted' });
			}),
			{ numRuns: 250 },
		);
		expect(sent).toBeGreaterThan(50);
	}, 60_000);
}
