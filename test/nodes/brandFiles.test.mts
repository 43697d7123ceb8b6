import { describe, expect, test } from 'vitest';

import { jpeg, png, withFile } from '../harness/pictures.mts';
import { imageMessage, shopServer } from './brandForms.mts';
import { brandStage, people, pictureOf, uploads } from './brandKakao.mts';
import { outcomesOf, requests } from './helpers.mts';

/** More of them than are kept in memory between the look and the upload. */
const LARGE = Array.from({ length: 15 }, (_, at) => at);
const large = (at: number) => Buffer.concat([png(800, 400, `large ${at}`), Buffer.alloc(4_900_000)]);

const kakao = brandStage();
const shop = shopServer({
	'/sale.png': png(800, 400, 'sale'),
	'/again.png': png(800, 400, 'sale'),
	...Object.fromEntries(LARGE.map((at) => [`/large-${at}.png`, large(at)])),
});

const TO = '01011110001';
const SQUARE = png(600, 600, 'square');
const byUrl = (path: string) => imageMessage('url', `${shop.url}${path}`);

describe('files of items', () => {
	test('a file that one item has is the picture of all: a campaign has one', async () => {
		const rows = people(4).map((json) => ({ json }));
		const run = await kakao.brand([rows[0]!, rows[1]!, withFile(people(3)[2]!, SQUARE), rows[3]!], {
			parameters: imageMessage('binary', 'data'),
		});
		expect(outcomesOf(run)).toEqual(Array(4).fill('accepted'));
		expect(await uploads(kakao)).toHaveLength(1);
		expect(new Set(Object.values(await kakao.shown()).map(({ bubble }) => bubble.imageUrl)).size).toBe(1);
	});

	test('where several items have one, each gets its own, and one without is refused instead of getting another’s', async () => {
		const rows = [
			withFile({ to: '01011110000' }, SQUARE),
			withFile({ to: '01011110001' }, png(700, 700)),
			{ json: { to: '01011110002' } },
		];
		const run = await kakao.brand(rows, {
			parameters: imageMessage('binary', 'data'),
			node: { onError: 'continueRegularOutput' },
		});
		expect(outcomesOf(run)).toEqual(['accepted', 'accepted', 'rejected']);
		expect((await pictureOf(kakao, '01011110000')).width).toBe(600);
		expect((await pictureOf(kakao, '01011110001')).width).toBe(700);
	});

	test('the same file in every item is uploaded once', async () => {
		const run = await kakao.brand(
			people(50).map((json) => withFile(json, SQUARE)),
			{ parameters: imageMessage('binary', 'data') },
		);
		expect(new Set(outcomesOf(run))).toEqual(new Set(['accepted']));
		expect(await uploads(kakao)).toHaveLength(1);
	});

	test('two addresses of the same picture are two downloads and one upload', async () => {
		const rows = ['/sale.png', '/again.png'].map((path, at) => ({ to: `0101111000${at}`, path: `${shop.url}${path}` }));
		await kakao.brand(rows, { parameters: imageMessage('url', '={{ $json.path }}') });
		expect([...shop.asked].sort()).toEqual(['/again.png', '/sale.png']);
		expect(await uploads(kakao)).toHaveLength(1);
	});

	test('a file goes up under a name that tells its format, whatever it was called', async () => {
		await kakao.brand([withFile({ to: TO }, jpeg(800, 400), { fileName: 'photo.PNG.heic' })], {
			parameters: imageMessage('binary', 'data'),
		});
		expect(await pictureOf(kakao, TO)).toMatchObject({ name: 'photo.PNG.jpg', format: 'jpg' });
	});
});

test('nobody’s picture is uploaded when nobody may get it', async () => {
	const run = await kakao.brand(people(2), { parameters: { ...byUrl('/sale.png'), leaveOut: { optedOut: 'true' } } });
	expect(outcomesOf(run)).toEqual(['skipped', 'skipped']);
	expect(await requests(kakao)).toEqual([]);
	expect(shop.asked).toEqual([]);
});

test('more pictures than memory should hold are fetched twice at most, however many people get them', async () => {
	const rows = people(150).map((row, at) => ({ ...row, name: `고객${at}`, path: `${shop.url}/large-${at % 15}.png` }));
	const parameters = { ...imageMessage('url', '={{ $json.path }}'), text: '#{name}님' };
	const run = await kakao.brand(rows, { parameters });
	expect(new Set(outcomesOf(run))).toEqual(new Set(['accepted']));
	expect(await uploads(kakao)).toHaveLength(15);
	const times = LARGE.map((at) => shop.asked.filter((path) => path === `/large-${at}.png`).length);
	expect(Math.max(...times)).toBe(2);
	expect(times.filter((each) => each === 1)).toHaveLength(13);
}, 60_000);
