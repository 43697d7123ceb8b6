import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { expect, test } from 'vitest';

import { PARCEL, VOICE } from '../contract/hubs/pictures.mts';
import { desk, itemOf } from './consultSend.mts';
import { jsonOf } from './kakao.mts';

const shop = desk();

const bubbles = async () => (await shop.got()).map(({ bubble }) => bubble as unknown as IDataObject);

/** An item of the trigger with a file that another node has put in. */
const withFile = (
	json: IDataObject,
	{ name, bytes }: { name: string; bytes: Uint8Array },
	mimeType: string,
): IDataObject =>
	({
		json,
		binary: { data: { data: Buffer.from(bytes).toString('base64'), mimeType, fileName: name } },
	}) as INodeExecutionData as unknown as IDataObject;

test.each(['happyTalk', 'talkBridge'] as const)(
	'a picture from a binary field stands above the text: %s',
	async (hub) => {
		const reply = await shop.begin(hub);
		const { outputs, error } = await shop.run(hub, 'sendRich', [withFile(itemOf(reply), PARCEL, 'image/jpeg')], {
			parameters: { text: '도착했어요', pictureFrom: 'binary', pictureField: 'data' },
		});
		expect(error).toBeUndefined();
		expect(jsonOf(outputs[0])).toMatchObject([{ outcome: 'sent', messageId: expect.stringMatching(/./) }]);
		expect(await bubbles()).toMatchObject([{ text: '도착했어요', imageUrl: expect.stringContaining('http') }]);
	},
);

test('one picture for several messages is uploaded once', async () => {
	const reply = await shop.begin('happyTalk');
	const item = withFile(itemOf(reply), PARCEL, 'image/jpeg');
	await shop.run('happyTalk', 'sendRich', [item, item, item], {
		parameters: { text: '도착했어요', pictureFrom: 'binary', pictureField: 'data' },
	});
	const asked = (await shop.bench('happyTalk').requests()).map(({ path }) => path);
	expect(asked.filter((path) => path.includes('upload'))).toHaveLength(1);
	expect(await bubbles()).toHaveLength(3);
});

test.each(['happyTalk', 'talkBridge'] as const)('files go out as what their MIME type says: %s', async (hub) => {
	const reply = await shop.begin(hub);
	const items = [withFile(itemOf(reply), PARCEL, 'image/jpeg'), withFile(itemOf(reply), VOICE, 'audio/mp4')];
	const { outputs, error } = await shop.run(hub, 'sendFile', items);
	expect(error).toBeUndefined();
	expect(jsonOf(outputs[0]).map(({ outcome }) => outcome)).toEqual(['sent', 'sent']);
	expect(JSON.stringify(await bubbles())).toContain('음성 메모.m4a');
});

test('an uploaded picture can be used again and again by its address', async () => {
	const reply = await shop.begin('happyTalk');
	const uploaded = await shop.run('happyTalk', 'uploadFile', [withFile(itemOf(reply), PARCEL, 'image/jpeg')]);
	const [{ file }] = jsonOf(uploaded.outputs[0]) as [{ file: { url: string } }];
	await shop.run('happyTalk', 'sendRich', [itemOf(reply)], {
		parameters: { text: '보세요', pictureFrom: 'address', pictureUrl: file.url },
	});
	expect(await bubbles()).toMatchObject([{ text: '보세요', imageUrl: file.url }]);
});
