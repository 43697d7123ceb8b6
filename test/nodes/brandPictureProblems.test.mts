import type { IDataObject } from 'n8n-workflow';
import { describe, expect, test } from 'vitest';

import { png } from '../harness/pictures.mts';
import { imageMessage, shopServer } from './brandForms.mts';
import { brandStage, pictureOf, uploads } from './brandKakao.mts';
import { outcomesOf, requests } from './helpers.mts';

const kakao = brandStage();
const shop = shopServer({
	'/sale.png': png(800, 400, 'sale'),
	'/square.png': png(600, 600, 'square'),
	'/narrow.png': png(499, 400),
	'/high.png': png(600, 900),
	'/text.png': Buffer.from('<html>not found</html>'),
	'/large.png': Buffer.concat([png(800, 400), Buffer.alloc(5 * 1024 * 1024)]),
});

const TO = '01011110001';
const byUrl = (path: string) => imageMessage('url', `${shop.url}${path}`);

describe('what cannot be used is named before anything is uploaded or sent', () => {
	test.each<[string, () => IDataObject, string[]]>([
		[
			'an address that is not there',
			() => byUrl('/gone.png'),
			['image could not be loaded', 'HTTP 404', 'Check the address'],
		],
		['a web page instead of a picture', () => byUrl('/text.png'), ['image is neither JPG nor PNG', 'Convert it']],
		['a picture too narrow', () => byUrl('/narrow.png'), ['image is 499 pixels wide', 'at least 500 pixels']],
		[
			'a picture of the wrong shape',
			() => byUrl('/high.png'),
			['image is 600 × 900 pixels', 'Cut it to a shape between 2:1 and 3:4'],
		],
		['a file of more than 5 MB', () => byUrl('/large.png'), ['image has 5.0 MB', 'at most 5 MB']],
		[
			'a server that is not there',
			() => imageMessage('url', 'http://127.0.0.1:9/a.png'),
			['image could not be loaded', 'it refused the connection', 'Check the address'],
		],
		[
			'a path instead of an address',
			() => imageMessage('url', '/sale.png'),
			['Image is "/sale.png", which is no web address', 'Begin it with https://'],
		],
		[
			'a binary field that is not there',
			() => imageMessage('binary', 'photo'),
			['Image names the binary field "photo"', 'as the earlier node shows it under Binary'],
		],
	])('%s', async (_what, parameters, words) => {
		const { error, outputs } = await kakao.brand([{ to: TO }], { parameters: parameters() });
		for (const word of ['Item 0:', 'Nothing was sent', ...words]) expect(error?.message).toContain(word);
		expect(outputs[0] ?? []).toEqual([]);
		expect(await requests(kakao)).toEqual([]);
	});

	test('in a list the row is named; all pictures of a product carousel must have one shape', async () => {
		const card = (path: string) => ({
			title: '컵',
			regularPrice: '1000',
			imageFrom: 'url',
			image: `${shop.url}${path}`,
			buttons: { button: [{ type: 'WL', name: '보기', link: 'https://a.example' }] },
		});
		const parameters = {
			kind: 'CAROUSEL_COMMERCE',
			productCards: { card: [card('/sale.png'), card('/square.png'), card('/gone.png')] },
		};
		const { error } = await kakao.brand([{ to: TO }], { parameters });
		expect(error?.message).toContain('card 2: image has another shape than the first picture of the carousel');
		expect(error?.message).toContain('card 3: image could not be loaded');
		expect(await requests(kakao)).toEqual([]);
	});

	test('a wide list wants 2:1 for the first item and squares for the others', async () => {
		const item = (title: string, path: string) => ({
			title,
			imageFrom: 'url',
			image: `${shop.url}${path}`,
			link: 'https://a.example',
		});
		const listItems = { item: [item('', '/square.png'), item('컵', '/sale.png'), item('등', '/square.png')] };
		const { error } = await kakao.brand([{ to: TO }], {
			parameters: { kind: 'WIDE_ITEM_LIST', header: '추천', listItems },
		});
		expect(error?.message).toContain('list item 1 image is 600 × 600 pixels. Cut it to a shape exactly 2:1');
		expect(error?.message).toContain('list item 2 image is 800 × 400 pixels. Cut it to a shape exactly 1:1');
		expect(error?.message).not.toContain('list item 3');
	});

	test('with On Error "Continue" the rows with good pictures go out', async () => {
		const rows = ['/sale.png', '/gone.png', '/square.png'].map((path, at) => ({
			to: `0101111000${at}`,
			path: `${shop.url}${path}`,
		}));
		const run = await kakao.brand(rows, {
			parameters: imageMessage('url', '={{ $json.path }}'),
			node: { onError: 'continueRegularOutput' },
		});
		expect(outcomesOf(run)).toEqual(['accepted', 'rejected', 'accepted']);
		expect(await uploads(kakao)).toHaveLength(2);
		expect(await pictureOf(kakao, '01011110002')).toMatchObject({ width: 600, height: 600 });
	});
});
