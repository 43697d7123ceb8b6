import { expect, test } from 'vitest';

import type { HubBench } from '../bench.mts';
import { bytesAt, FILM, ORDER, PARCEL, RECEIPT, VOICE } from '../pictures.mts';

/** What customers send, so that the flow can fetch it. */
export function filesOfCustomers(bench: HubBench): void {
	const { customer, tells } = bench;

	test('a customer’s photo can be downloaded, byte for byte, and their words beside it are not lost', async () => {
		await customer.write({ photos: [{ ...RECEIPT, comment: '영수증이요' }] });
		const [event] = await bench.until('message.received');
		const { attachments, text } = event!.message!;
		expect(attachments).toMatchObject([{ type: 'image' }]);
		expect(await bytesAt(attachments[0]!.url)).toEqual(Buffer.from(RECEIPT.bytes));
		if (tells.comments) expect([text, attachments[0]!.comment].join('')).toBe('영수증이요');
	});

	test('of several photos sent together none is lost, and they keep their order', async () => {
		const photos = [RECEIPT, PARCEL, { ...RECEIPT, name: 'again.png' }];
		await customer.write({ photos });
		const wanted = photos.map(({ bytes }) => Buffer.from(bytes));
		const attachments = async () => {
			const urls = bench
				.events('message.received')
				.flatMap(({ message }) => message!.attachments.map(({ url }) => url));
			return await Promise.all(urls.map(bytesAt));
		};
		await expect.poll(attachments, { timeout: 5000 }).toEqual(wanted);
	});

	test.each([
		['audio', VOICE],
		['video', FILM],
	] as const)('a customer’s %s can be downloaded', async (type, file) => {
		await customer.write({ file });
		const [event] = await bench.until('message.received');
		expect(event?.message).toMatchObject({ type, attachments: [{ type }] });
		expect(await bytesAt(event!.message!.attachments[0]!.url)).toEqual(file.bytes);
	});

	test('a customer’s document can be downloaded', async () => {
		await customer.write({ file: ORDER });
		const [event] = await bench.until('message.received');
		const { attachments, text } = event!.message!;
		const address = tells.files === 'link' ? text : attachments[0]!.url;
		if (tells.files === 'attachment') expect(attachments).toMatchObject([{ type: 'file' }]);
		expect(await bytesAt(address)).toEqual(ORDER.bytes);
	});

	test('an address that a customer types is a text and nothing to download', async () => {
		const typed = '[photo] https://evil.example/talk.kakaocdn.net/dna/a.png';
		await customer.write(typed);
		const [event] = await bench.until('message.received');
		expect(event?.message).toMatchObject({ type: 'text', text: typed, attachments: [] });
	});
}
