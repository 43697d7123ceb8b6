import { expect, test } from 'vitest';

import { DealerFailure } from '../../../kakao/partner/failure';
import type { BrandContent } from '../../../kakao/message/brand/content';
import type { BrandBubble } from '../../../sandbox/world/types.mts';
import type { Bench } from '../bench.mts';
import type { BrandDesk } from '../brandDesk.mts';
import { addressOf } from '../bubbles.mts';
import { contentOf } from '../contents.mts';
import { friend } from '../people.mts';
import { jpeg, png, SIZES } from '../pictures.mts';

/** Pictures on their way to the customer. */
export function brandPictures(bench: Bench, brand: BrandDesk): void {
	const { freeForm: rules } = brand.service.capabilities;
	const picture = (image: string): BrandContent => ({ ...contentOf('IMAGE', rules, 'least'), image });
	const bytesAt = async (address: string) => new Uint8Array(await (await fetch(address)).arrayBuffer());

	test.each([
		['PNG', png(SIZES.basic, 77)],
		['JPEG', jpeg(SIZES.basic)],
	])('a %s is shown to the customer byte for byte', async (_, bytes) => {
		const reference = await brand.upload('basic', bytes);
		await brand.send(brand.freeForm(picture(reference), [{ to: friend(1) }]));
		const { imageUrl } = (await bench.accepted())[0]!.bubble as BrandBubble;
		expect(Buffer.from(await bytesAt(imageUrl!)).equals(Buffer.from(bytes))).toBe(true);
	});

	test('each of two people sees the picture that was meant for them', async () => {
		const pictures = [png(SIZES.basic, 10), png(SIZES.basic, 200)];
		const contents = [
			picture(await brand.upload('basic', pictures[0])),
			picture(await brand.upload('basic', pictures[1])),
		];
		const messages = contents.flatMap((content, at) => brand.freeForm(content, [{ to: friend(at) }]));
		await brand.send(messages.map((message, index) => ({ ...message, index })));
		for (const { to, bubble } of await bench.accepted()) {
			const shown = await bytesAt((bubble as BrandBubble).imageUrl!);
			expect(Buffer.from(shown).equals(Buffer.from(pictures[to === friend(0) ? 0 : 1]!))).toBe(true);
		}
	});

	test('the same picture can stand in several cards, uploaded once or twice', async () => {
		const bytes = png(SIZES.productCard, 33);
		const references = [await brand.upload('productCard', bytes), await brand.upload('productCard', bytes)];
		const content = contentOf('CAROUSEL_COMMERCE', rules, 'least');
		const [card] = content.carousel!.cards;
		const cards = [references[0]!, references[0]!, references[1]!].map((image) => ({ ...card!, image }));
		const [outcome] = await brand.send(brand.freeForm({ ...content, carousel: { cards } }, [{ to: friend(1) }]));
		expect(outcome?.outcome).toBe('accepted');
		const { carousel } = (await bench.accepted())[0]!.bubble as BrandBubble;
		expect(carousel!.cards.map(({ imageUrl }) => imageUrl)).toEqual(cards.map(({ image }) => addressOf(bench, image)));
	});

	test('a picture that does not fit its place is refused with a reason, and nothing is sent', async () => {
		const upload = brand.upload('item', png([800, 400]));
		await expect(upload).rejects.toThrow(DealerFailure);
		await expect(upload).rejects.toMatchObject({
			reason: { retryable: false, text: expect.stringMatching(/\S/) as string },
		});
	});

	test('a picture that the dealer does not have is named as the fault', async () => {
		const outcomes = await brand.send(
			brand.freeForm(picture(`https://shop.example.com/none.png`), [{ to: friend(1) }]),
		);
		expect(outcomes).toMatchObject([{ outcome: 'rejected', reason: { kind: 'message' } }]);
		expect(outcomes[0]?.reason?.text).toMatch(/picture|image/i);
	});

	test.each(['lose', 'serverError', 'reset', 'tooMany'] as const)(
		'an upload that breaks (%s) is told, never taken for done',
		async (kind) => {
			await bench.post('/api/faults', { dealer: bench.id, scope: 'all', rates: { [kind]: 1 }, retryAfterSeconds: 0 });
			const upload = brand.upload('basic');
			await expect(upload).rejects.toThrow(DealerFailure);
			await expect(upload).rejects.toMatchObject({ reason: { retryable: true } });
		},
	);
}
