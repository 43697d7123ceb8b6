import { describe, expect, test } from 'vitest';

import { jpeg, png, withFile } from '../harness/pictures.mts';
import { imageMessage, shopServer } from './brandForms.mts';
import { brandStage, isUpload, people, pictureOf, uploads } from './brandKakao.mts';
import { DEALERS, outcomesOf } from './helpers.mts';
import { jsonOf } from './kakao.mts';
import type { Seen, Verdict } from './proxy.mts';

const kakao = brandStage();
const shop = shopServer({
	'/sale.png': png(800, 400, 'sale'),
	'/sale.jpg': jpeg(800, 400, 'sale'),
	'/square.png': png(600, 600, 'square'),
});

const TO = '01011110001';
const byUrl = (path: string) => imageMessage('url', `${shop.url}${path}`);

describe.each(DEALERS)('at %s', (dealer) => {
	test('a file of the item, a picture on the web and one uploaded before reach the phone', async () => {
		const binary = await kakao.brand([withFile({ to: TO }, png(700, 500), { fileName: '세일.png' })], {
			dealer,
			parameters: imageMessage('binary', 'data'),
		});
		expect(outcomesOf(binary)).toEqual(['accepted']);
		expect(await pictureOf(kakao, TO)).toMatchObject({ kind: 'basic', width: 700, height: 500, format: 'png' });

		const web = await kakao.brand([{ to: '01011110002' }], { dealer, parameters: byUrl('/sale.jpg') });
		expect(outcomesOf(web)).toEqual(['accepted']);
		const stored = await pictureOf(kakao, '01011110002');
		expect(stored).toMatchObject({ kind: 'basic', width: 800, height: 400, format: 'jpg' });
		expect(await uploads(kakao)).toHaveLength(2);

		const reference = dealer === 'nhnCloud' ? stored.url : stored.id;
		const before = await kakao.brand([{ to: '01011110003' }], {
			dealer,
			parameters: imageMessage('uploaded', reference),
		});
		expect(outcomesOf(before)).toEqual(['accepted']);
		expect((await pictureOf(kakao, '01011110003')).id).toBe(stored.id);
		expect(await uploads(kakao)).toHaveLength(2);
	});

	test('500 people get one picture for one download and one upload, each with a text of their own', async () => {
		const rows = people(500).map((row, at) => ({ ...row, name: `고객${at}` }));
		const run = await kakao.brand(rows, { dealer, parameters: { ...byUrl('/sale.png'), text: '#{name}님' } });
		expect(new Set(outcomesOf(run))).toEqual(new Set(['accepted']));
		expect(shop.asked).toEqual(['/sale.png']);
		expect(await uploads(kakao)).toHaveLength(1);
		const shown = await kakao.shown();
		expect(shown[rows[499]!.to]!.bubble.text).toBe('고객499님');
		expect(new Set(Object.values(shown).map(({ bubble }) => bubble.imageUrl)).size).toBe(1);
	});

	test('a picture that stands three times in a list is uploaded once, and anew for another place: dealers tell them apart', async () => {
		const item = (title: string) => ({
			title,
			imageFrom: 'url',
			image: `${shop.url}/square.png`,
			link: 'https://a.example',
		});
		const parameters = {
			kind: 'WIDE_ITEM_LIST',
			header: '추천',
			listItems: { item: [{ ...item(''), image: `${shop.url}/sale.png` }, item('컵'), item('등'), item('병')] },
		};
		const run = await kakao.brand(people(3), { dealer, parameters });
		expect(outcomesOf(run)).toEqual(['accepted', 'accepted', 'accepted']);
		// The same square three times is one upload.
		expect(await uploads(kakao)).toHaveLength(2);
		const cards = {
			feedCards: {
				card: ['하나', '둘'].map((header) => ({
					header,
					text: '글',
					imageFrom: 'url',
					image: `${shop.url}/sale.png`,
					buttons: { button: [{ type: 'WL', name: '보기', link: 'https://a.example' }] },
				})),
			},
		};
		await kakao.post('/api/reset', {});
		await kakao.brand(people(1), { dealer, parameters: { ...byUrl('/sale.png') }, executionId: '2' });
		await kakao.brand(people(1), { dealer, parameters: { kind: 'CAROUSEL_FEED', ...cards }, executionId: '3' });
		const kinds = kakao.sandbox.world.images
			.all()
			.filter(({ format }) => format === 'png')
			.map(({ kind }) => kind);
		expect(kinds).toEqual(['basic', 'carouselFeed']);
	});

	test('a picture whose upload fails loses its own messages only, and says why', async () => {
		const rows = ['lucky-one', 'unlucky', 'lucky-two'].map((name, at) =>
			withFile({ to: `0101111000${at}` }, png(800, 400, name), { fileName: `${name}.png` }),
		);
		const judge = (request: Seen): Verdict =>
			isUpload(request) && request.body.includes('unlucky.png')
				? { status: 403, body: { errorMessage: 'no' } }
				: 'pass';
		const run = await kakao.brand(rows, { dealer, judge, parameters: imageMessage('binary', 'data') });
		expect(run.error).toBeUndefined();
		expect(outcomesOf(run)).toEqual(['accepted', 'rejected', 'accepted']);
		expect(jsonOf(run.outputs[0])[1]).toMatchObject({
			reason: { text: expect.stringContaining('The picture could not be uploaded') },
		});
		expect((await kakao.messages()).map(({ to }) => to).sort()).toEqual(['01011110000', '01011110002']);
	});
});
