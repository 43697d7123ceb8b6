import { gzipSync } from 'node:zlib';

import { describe, expect, onTestFinished, test } from 'vitest';

import { requireFromN8n } from '../../tools/n8n/paths.mts';
import { PIXEL } from '../sandbox/consultSupport.mts';
import {
	consult,
	consultCredential,
	type ConsultItem,
	door,
	elsewhere,
	PATIENT,
	rawMessage,
	requestOf,
} from './consult.mts';
import { stage } from './kakao.mts';

const kakao = stage();
const FETCHING = { options: { downloadFiles: true } };
const LONG = `${'가나다라마바사 '.repeat(150)}끝`;

const photo = (...urls: string[]) => rawMessage('', { type: 'photo', contents: urls.map((url) => ({ url })) });
const problemsOf = (item: ConsultItem | undefined) => item?.downloadProblems as string[] | undefined;

describe('files of customers', () => {
	test('are in the item as they were sent, with their names and types', async () => {
		const it = await consult(kakao, 'happyTalk', { parameters: FETCHING });
		const second = Buffer.from(`${PIXEL.toString('latin1')}x`, 'latin1');
		await it.customer.write({
			photos: [
				{ name: 'a.png', bytes: PIXEL },
				{ name: 'b.png', bytes: second, comment: '둘째' },
			],
		});
		await it.customer.write({ file: { name: '주문서.xlsx', bytes: Buffer.from('PK엑셀') } });
		await it.until(2);
		const [photos, file] = it.executions.map(([item]) => item!);
		expect(Object.keys(photos!.binary ?? {})).toEqual(['attachment_0', 'attachment_1']);
		const bytesOf = (binary: { data: string } | undefined) => Buffer.from(binary?.data ?? '', 'base64');
		expect(bytesOf(photos!.binary?.attachment_0)).toEqual(PIXEL);
		expect(bytesOf(photos!.binary?.attachment_1)).toEqual(second);
		expect(photos!.binary?.attachment_0).toMatchObject({
			mimeType: 'image/png',
			fileName: expect.stringMatching(/^i_\w+\.png$/),
		});
		expect(bytesOf(file!.binary?.attachment_0).toString()).toBe('PK엑셀');
		expect([problemsOf(it.items()[0]), problemsOf(it.items()[1])]).toEqual([undefined, undefined]);
	});

	test('stay at their address unless they are asked for', async () => {
		const it = await consult(kakao, 'happyTalk');
		await it.customer.write({ photos: [{ name: 'a.png', bytes: PIXEL }] });
		const [item] = await it.until(1);
		expect(it.executions[0]![0]!.binary).toBeUndefined();
		expect(item!.message).toMatchObject({
			type: 'image',
			attachments: [{ url: expect.stringContaining('talk.kakaocdn.net') }],
		});
	});

	test('whose address has expired are named, and the message starts the flow all the same', async () => {
		const it = await consult(kakao, 'happyTalk', { parameters: FETCHING });
		await it.customer.write({ photos: [{ name: 'a.png', bytes: PIXEL }] });
		await it.until(1);
		const call = await it.firstCall('message');
		await requestOf(kakao)('POST', '/api/consult/age', { days: 11 });
		await it.ring('/message', call.body.replace(/"serial_number":\d+/, '"serial_number":1'));
		const [, late] = await it.until(2);
		expect(problemsOf(late)).toEqual([expect.stringContaining('HTTP 403')]);
		expect(it.executions[1]![0]!.binary).toEqual({});
	});

	test.each([
		['another host', (url: string) => url],
		['another host that only looks like Kakao’s', (url: string) => `${url}/kakao.com.evil/x`],
		['a user name before it', () => 'https://talk.kakaocdn.net@127.0.0.1:1/a.png'],
		['Kakao’s host with a port of its own', () => 'https://talk.kakaocdn.net:8443/a.png'],
		['another protocol', () => 'file:///etc/passwd'],
		['no address at all', () => 'talk.kakaocdn.net/a.png'],
	])('are never fetched from %s', async (_what, where) => {
		const seen: string[] = [];
		const url = await elsewhere((request, response) => {
			seen.push(request.url ?? '');
			response.end('x');
		});
		const it = await door(kakao, { parameters: FETCHING });
		await it.ring('/message', photo(where(url)));
		const [item] = await it.until(1);
		expect(problemsOf(item)).toEqual([expect.stringContaining('does not lie with Kakao')]);
		expect([seen, it.thrown]).toEqual([[], []]);
	});

	test('are not fetched from this machine when the hub is the real one', async () => {
		const seen: string[] = [];
		const url = await elsewhere((request, response) => {
			seen.push(request.url ?? '');
			response.end('x');
		});
		for (const hub of ['happyTalk', 'hub'] as const) {
			const it = await door(kakao, {
				parameters: FETCHING,
				credentials: consultCredential(kakao, hub, { baseUrl: '' }),
			});
			await it.ring('/message', photo(`${url}/talk.kakaocdn.net/a.png`));
			const [item] = await it.until(1);
			expect(problemsOf(item)).toEqual([expect.stringContaining('does not lie with Kakao')]);
			expect(it.thrown).toEqual([]);
		}
		expect(seen).toEqual([]);
	});

	test('that lead on to another address are not followed', async () => {
		const seen: string[] = [];
		const url = await elsewhere((request, response) => {
			seen.push(request.url ?? '');
			response.writeHead(302, { location: '/inside' }).end();
		});
		const it = await door(kakao, { parameters: FETCHING });
		await it.ring('/message', photo(`${url}/talk.kakaocdn.net/a.png`));
		expect(problemsOf((await it.until(1))[0])).toEqual([expect.stringContaining('HTTP 302')]);
		expect(seen).toEqual(['/talk.kakaocdn.net/a.png']);
	});

	test('larger than allowed stay at their address, also when they are packed or hide their size', async () => {
		const big = Buffer.alloc(3 * 1024 * 1024, 'x');
		const url = await elsewhere((request, response) => {
			if (request.url?.includes('packed'))
				return void response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(big));
			response.writeHead(200, { 'content-type': 'image/png' });
			response.write(big.subarray(0, big.length - 1));
			response.end('x');
		});
		const it = await door(kakao, { parameters: { options: { downloadFiles: true, mostMegabytes: 2 } } });
		await it.ring('/message', photo(`${url}/talk.kakaocdn.net/plain.png`, `${url}/talk.kakaocdn.net/packed.png`));
		const [item] = await it.until(1);
		expect(problemsOf(item)).toEqual([
			expect.stringContaining('more than 2 MB'),
			expect.stringContaining('more than 2 MB'),
		]);
		expect(item!.message!.attachments).toHaveLength(2);
	});

	test.each(['', 'ten', -1, null])('a limit of %j does not mean that everything is fetched', async (mostMegabytes) => {
		const url = await elsewhere((_request, response) => void response.end(Buffer.alloc(21 * 1024 * 1024)));
		const it = await door(kakao, { parameters: { options: { downloadFiles: true, mostMegabytes } } });
		await it.ring('/message', photo(`${url}/talk.kakaocdn.net/a.png`));
		expect(problemsOf((await it.until(1))[0])).toEqual([expect.stringContaining('more than 20 MB')]);
	});

	test('with a name that cannot be read, or whose connection breaks, lose no message', async () => {
		const url = await elsewhere((request, response) => {
			if (request.url?.endsWith('broken'))
				return void response.writeHead(200, { 'content-length': '10' }).write('x', () => response.destroy());
			response.end('x');
		});
		const it = await door(kakao, { parameters: FETCHING });
		await it.ring(
			'/message',
			photo(`${url}/talk.kakaocdn.net/%E0%A4%A`, `${url}/talk.kakaocdn.net/broken`, `${url}/talk.kakaocdn.net/`),
		);
		await it.until(1);
		expect(it.thrown).toEqual([]);
		expect(Object.keys(it.executions[0]![0]!.binary!)).toEqual(['attachment_0', 'attachment_2']);
		expect(problemsOf(it.items()[0])).toEqual([expect.stringContaining('the connection broke')]);
	});

	test('that n8n cannot store lose no message: the words come, and what is missing is named', async () => {
		const it = await consult(kakao, 'happyTalk', { parameters: FETCHING });
		storageIsFull();
		await it.customer.write({ photos: [{ name: 'a.png', bytes: PIXEL }] });
		const [item] = await it.until(1);
		expect(problemsOf(item)).toEqual([expect.stringContaining('could not store')]);
		expect([it.executions[0]![0]!.binary, it.thrown]).toEqual([{}, []]);
	});

	test('are not lost while the credential cannot be read: the hub is not told that they are taken', async () => {
		const it = await consult(kakao, 'happyTalk', { parameters: FETCHING });
		await it.customer.write('먼저 글');
		await it.until(1);
		const good = it.credentials;
		it.credentials = consultCredential(kakao, 'happyTalk', { baseUrl: 'no address' });
		const body = photo(`${kakao.sandbox.urls.phone}/talk.kakaocdn.net/none.png`);
		expect((await it.ring('/message', body)).status).toBe(500);
		it.credentials = good;
		expect((await it.ring('/message', body)).status).toBe(200);
		expect((await it.until(2))[1]!.message!.type).toBe('image');
	});

	test('that are slow do not keep the hub waiting, and the customer’s next message comes after them', async () => {
		let release = (): void => undefined;
		const url = await elsewhere((_request, response) => {
			response.writeHead(200, { 'content-type': 'image/png' });
			response.write('x');
			release = () => response.end('y');
		});
		const it = await door(kakao, { parameters: FETCHING });
		expect(await it.ring('/message', photo(`${url}/talk.kakaocdn.net/a.png`))).toMatchObject({ status: 200, body: '' });
		expect(it.items()).toEqual([]);
		expect(await it.ring('/message', rawMessage('사진 보셨어요?'))).toMatchObject({ status: 200, body: '' });
		const other = await it.ring('/message', rawMessage('저는 다른 사람', { user_key: 'another' }));
		expect(other.status).toBe(200);
		expect(it.items().map(({ message }) => message?.text)).toEqual(['저는 다른 사람']);
		release();
		await it.until(3);
		expect(it.thrown).toEqual([]);
		expect(it.items().map(({ message }) => message?.type)).toEqual(['text', 'image', 'text']);
		expect(it.items()[2]!.message!.text).toBe('사진 보셨어요?');
	});
});

/** n8n's storage of binary data takes nothing for the rest of a test. */
function storageIsFull(): void {
	const { BinaryDataService } = requireFromN8n('n8n-core') as { BinaryDataService: unknown };
	const { Container } = requireFromN8n('@n8n/di') as { Container: { get(id: unknown): { store?: unknown } } };
	const service = Container.get(BinaryDataService);
	service.store = async () => await Promise.reject(new Error('no space left on device'));
	onTestFinished(() => void delete service.store);
}

describe('a text of more than a thousand characters', () => {
	test('is fetched whole', async () => {
		const it = await consult(kakao, 'happyTalk');
		await it.customer.write(LONG);
		const [item] = await it.until(1);
		expect(item!.message).toMatchObject({ text: LONG, truncated: false, attachments: [] });
		expect(it.executions[0]![0]!.binary).toEqual({});
	});

	test('is left at its beginning when that is chosen, or when the rest cannot be had', async () => {
		const it = await consult(kakao, 'happyTalk', { parameters: { options: { fetchLongTexts: false } } });
		await it.customer.write(LONG);
		const [item] = await it.until(1);
		expect(item!.message).toMatchObject({
			text: LONG.slice(0, 300),
			truncated: true,
			longTextUrl: expect.stringMatching(/^http/),
		});
		it.parameters = {};
		await it.ring('/message', rawMessage('처음 부분', { attachment: { url: 'https://evil.example/a.txt' } }));
		const [, cut] = await it.until(2);
		expect(cut!.message).toMatchObject({ text: '처음 부분', truncated: true });
		expect(problemsOf(cut)).toEqual([expect.stringContaining('evil.example')]);
	});
});

test('Channel Talk’s files come along, though its calls name no address', async () => {
	const it = await consult(kakao, 'channelTalk', { parameters: FETCHING });
	await it.customer.write({ photos: [{ name: 'a.png', bytes: PIXEL }] });
	await expect.poll(() => it.executions.length, PATIENT).toBe(1);
	expect(Buffer.from(it.executions[0]![0]!.binary!.attachment_0!.data, 'base64')).toEqual(PIXEL);
});
