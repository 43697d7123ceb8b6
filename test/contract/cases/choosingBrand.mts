import { expect, test } from 'vitest';

import { converse } from '../../../kakao/delivery/converse';
import type { BrandTemplate } from '../../../kakao/message/brand/content';
import { brandVariables } from '../../../kakao/message/brand/fill';
import type { Bench } from '../bench.mts';
import type { BrandDesk } from '../brandDesk.mts';
import { shownIn, toBeShown } from '../bubbles.mts';
import { friend } from '../people.mts';

/** What a person picks from for advertising: the templates and what they hold. */
export function choosingBrand(bench: Bench, brand: BrandDesk): void {
	const { senderProfile, code, sandbox } = bench;

	const allTemplates = async (): Promise<BrandTemplate[]> => {
		const found: BrandTemplate[] = [];
		let cursor: string | undefined;
		do {
			const page = await converse(brand.service.templates(senderProfile, cursor), bench.wire());
			found.push(...page.entries);
			cursor = page.next;
		} while (cursor !== undefined);
		return found;
	};
	/** What the sandbox has registered for the main channel. */
	const registered = () => sandbox().world.brandTemplates.of(sandbox().world.channels[0]!);

	test('every kind is read with all its texts, links, pictures, prices, cards and variables', async () => {
		const templates = new Map((await allTemplates()).map((template) => [template.code, template]));
		const usable = registered().filter(({ status }) => status === 'usable');
		expect(new Set(usable.map(({ bubble }) => bubble.layout)).size).toBe(8);
		for (const { code: name, name: title, bubble } of usable) {
			const template = templates.get(code(name, 'Brand'));
			expect(template).toMatchObject({ name: title, status: 'approved' });
			expect(toBeShown(bench, template!.content)).toEqual(shownIn(bubble));
			// The one that is typed in is read like those of the list.
			expect(await brand.template(name)).toEqual(template);
		}
	});

	test('a variable that stands in several cards is asked for card by card only where the dealer can tell them apart', async () => {
		const { valuesPerCard } = brand.service.capabilities;
		const { content } = await brand.template('brand-feed');
		const common = ['이름', '쿠폰기한', '상품명'];
		const shared = ['제목', '내용', '번호'];
		expect(brandVariables(content, valuesPerCard).sort()).toEqual(
			[...common, ...(valuesPerCard ? shared.flatMap((name) => [`${name}@1`, `${name}@2`]) : shared)].sort(),
		);
	});

	test('templates beyond the first page can be chosen', async () => {
		const model = registered().find(({ code: name }) => name === 'brand-bench')!;
		for (let at = 0; at < 1205; at++) sandbox().world.brandTemplates.add({ ...model, code: `bulk-${at}` });
		const codes = (await allTemplates()).map((template) => template.code);
		expect(codes.length).toBeGreaterThan(1205);
		expect(new Set(codes).size).toBe(codes.length);
		expect(codes).toContain(code('bulk-1204', 'Brand'));
		// Also the last one, by its code.
		expect(await brand.template('bulk-1204')).toMatchObject({ code: code('bulk-1204', 'Brand') });
	});

	test('a stopped template is not offered, and is told as stopped when its code is typed in', async () => {
		expect((await allTemplates()).map((template) => template.code)).not.toContain(code('brand-stopped', 'Brand'));
		expect(await brand.template('brand-stopped')).toMatchObject({ status: 'stopped' });
		await expect(brand.messages('brand-stopped', [{ to: friend(1), values: { 이름: '홍길동' } }])).rejects.toThrow(
			/is stopped/,
		);
	});

	test.each([
		['that does not exist', 'brand-nothing'],
		['of another channel', 'brand-cs-notice'],
		['of an AlimTalk template', 'bench-three'],
	])('a typed-in code %s is told, not sent', async (_, name) => {
		const found = await converse(brand.service.template(senderProfile, code(name, 'Brand')), bench.wire());
		expect(found).toBeNull();
	});
}
