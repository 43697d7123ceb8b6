import { expect, test } from 'vitest';

import type { ConsultBubble } from '../../../../sandbox/consult/types.mts';
import { expectHelp, toFile, type SpeakingBench } from '../bench.mts';
import { bytesAt, FILM, ORDER, PARCEL, VOICE } from '../pictures.mts';

const MEGABYTE = 1024 * 1024;
const PICTURE = toFile('image', PARCEL.name, 'image/jpeg', PARCEL.bytes);

/** Where the one picture or file of a bubble is. */
function addressIn(bubble: ConsultBubble | undefined): string {
	if (bubble?.kind === 'media') return bubble.files[0]!.url;
	return (bubble?.kind === 'rich' && bubble.imageUrl) || '';
}

/** Pictures and files that the flow sends. */
export function filesOfAgents(bench: SpeakingBench): void {
	const { desk, customer, hub } = bench;
	const { sends } = hub.capabilities;
	const { sendFile, upload } = desk;

	if (sends.image && sendFile)
		test('a picture from the flow reaches the customer byte for byte', async () => {
			const target = await bench.begin();
			expect(await bench.talk(sendFile(target, PICTURE, 'picture-1'))).toMatchObject({ outcome: 'sent', reason: null });
			const [seen, ...others] = await customer.sees();
			expect(others).toEqual([]);
			expect(await bytesAt(addressIn(seen?.bubble))).toEqual(PARCEL.bytes);
		});

	if (sends.image && upload)
		test('a picture that was uploaded stands above a text, and the text is not lost', async () => {
			const target = await bench.begin();
			const { url, name, size } = await bench.talk(upload(target, PICTURE));
			expect({ named: name !== '', size }).toEqual({ named: true, size: PARCEL.bytes.length });
			const link = bench.tells.pictureLinks === false ? {} : { imageLink: 'https://shop.example.com/new' };
			const bubble = {
				text: '새 상품이에요',
				image: url,
				...link,
				buttons: [],
				quickReplies: [],
			};
			expect(await bench.talk(desk.sendRich(target, bubble, 'picture-2'))).toMatchObject({ outcome: 'sent' });
			const [seen] = await customer.sees();
			expect(seen?.bubble).toMatchObject({ kind: 'rich', text: '새 상품이에요', ...link });
			expect(await bytesAt(addressIn(seen?.bubble))).toEqual(PARCEL.bytes);
		});

	if (sends.file && sendFile)
		test.each([
			['file', ORDER, 'application/pdf'],
			['audio', VOICE, 'audio/mp4'],
			['video', FILM, 'video/mp4'],
		] as const)(
			'a %s from the flow reaches the customer, with its Korean name',
			async (kind, { name, bytes }, type) => {
				const target = await bench.begin();
				const outcome = await bench.talk(sendFile(target, toFile(kind, name, type, bytes), 'file-1'));
				expect(outcome).toMatchObject({ outcome: 'sent', reason: null });
				const [seen] = await customer.sees();
				expect(seen?.bubble).toMatchObject({ kind: 'media', media: kind, files: [{ name, size: bytes.length }] });
				expect(await bytesAt(addressIn(seen?.bubble))).toEqual(bytes);
			},
		);

	if (sends.image && sendFile)
		test.each([
			[
				'one that is too large',
				toFile('image', 'large.jpg', 'image/jpeg', Buffer.concat([PARCEL.bytes, Buffer.alloc(5 * MEGABYTE)])),
			],
			['an empty one', toFile('image', 'empty.png', 'image/png', Buffer.alloc(0))],
			['one that is no picture', toFile('image', 'fake.png', 'image/png', Buffer.from('<svg/>'))],
		])('a picture that Kakao does not take is reported, and the customer sees nothing: %s', async (_, file) => {
			const target = await bench.begin();
			const outcome = await bench.talk(sendFile(target, file, 'picture-3'));
			expect(outcome).toMatchObject({ outcome: 'rejected', messageId: null });
			expectHelp(outcome);
			expect(await customer.sees()).toEqual([]);
		});
}
