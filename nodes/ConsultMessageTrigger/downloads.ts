import type { IBinaryData, IBinaryKeyData, IN8nHttpFullResponse, IWebhookFunctions } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

import type { ConsultEvent } from '../../kakao/consult/event';
import { isKakaoFile } from '../../kakao/consult/files';

const MEGABYTE = 1024 * 1024;
const TIMEOUT = 30_000;
/** For the whole of a file: the customer's next message waits behind it. */
const LONGEST = 60_000;
/** What Kakao lets a customer send, and what is fetched unless said otherwise. */
const LARGEST = 300;
const MOST = 20;

interface Downloads {
	files: boolean;
	longTexts: boolean;
	/** Bytes. */
	most: number;
}

export const readDownloads = (context: IWebhookFunctions): Downloads => ({
	files: context.getNodeParameter('options.downloadFiles', false) === true,
	longTexts: context.getNodeParameter('options.fetchLongTexts', true) === true,
	most: megabytes(context.getNodeParameter('options.mostMegabytes', MOST)) * MEGABYTE,
});

/** An expression can give anything; without a limit a hostile file would fill the memory. */
const megabytes = (given: unknown): number => (Number(given) > 0 ? Math.min(Number(given), LARGEST) : MOST);

/** Whether anything of this event is to be fetched. */
export const hasDownloads = ({ message }: ConsultEvent, { files, longTexts }: Downloads): boolean =>
	(files && (message?.attachments.length ?? 0) > 0) || (longTexts && message?.longTextUrl != null);

/** The whole text in place of its beginning, and the customer's files as binary data `attachment_0`, `attachment_1`, … */
export async function download(
	context: IWebhookFunctions,
	event: ConsultEvent,
	hubUrl: string,
	downloads: Downloads,
): Promise<{ event: ConsultEvent; binary: IBinaryKeyData; problems: string[] }> {
	const { message } = event;
	const binary: IBinaryKeyData = {};
	const problems: string[] = [];
	if (!message) return { event, binary, problems };
	let whole = message;
	if (downloads.longTexts && message.longTextUrl !== null) {
		const text = await fetched(context, message.longTextUrl, hubUrl, downloads.most, problems);
		if (text) whole = { ...message, text: text.bytes.toString('utf8'), truncated: false };
	}
	for (const [at, { url, fileName }] of downloads.files ? message.attachments.entries() : []) {
		const file = await fetched(context, url, hubUrl, downloads.most, problems);
		if (file) {
			const data = await stored(context, file, fileName ?? nameIn(url));
			if (data) binary[`attachment_${at}`] = data;
			else problems.push(`${url} was fetched, but n8n could not store it.`);
		}
	}
	return { event: { ...event, message: whole }, binary, problems };
}

interface Fetched {
	bytes: Buffer;
	/** MIME type. */
	type: string | undefined;
}

/** Null when n8n's storage is full or out of reach: the hub has been told that the message is taken, so its words go on. */
async function stored(context: IWebhookFunctions, file: Fetched, name: string): Promise<IBinaryData | null> {
	try {
		return await context.helpers.prepareBinaryData(file.bytes, name, file.type);
	} catch (error) {
		context.logger.error(`A customer's file could not be stored: ${(error as Error).message}`);
		return null;
	}
}

function nameIn(url: string): string {
	const last = new URL(url).pathname.split('/').at(-1) ?? '';
	try {
		return decodeURIComponent(last);
	} catch {
		// Not what was encoded; as it stands it is still a name.
		return last;
	}
}

/** A file of Kakao's, up to the size that is allowed. What cannot be had is said in the item: the words matter more. */
async function fetched(
	context: IWebhookFunctions,
	url: string,
	hubUrl: string,
	most: number,
	problems: string[],
): Promise<Fetched | null> {
	if (!isKakaoFile(url, hubUrl)) {
		problems.push(`${url} was not fetched: it does not lie with Kakao.`);
		return null;
	}
	try {
		const response = (await context.helpers.httpRequest({
			method: 'GET',
			url,
			encoding: 'stream',
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
			timeout: TIMEOUT,
		})) as IN8nHttpFullResponse & { body: Body };
		if (response.statusCode !== 200) {
			response.body.destroy();
			problems.push(
				`${url} was not fetched: Kakao answered HTTP ${response.statusCode}. Files expire after some days.`,
			);
			return null;
		}
		const bytes = await Promise.race([upTo(most, response.body), late(response.body)]);
		if (bytes === null) problems.push(`${url} was not fetched: it has more than ${most / MEGABYTE} MB.`);
		const type = response.headers['content-type'];
		return bytes && { bytes, type: typeof type === 'string' ? type.split(';')[0] : undefined };
	} catch (error) {
		context.logger.warn(`A customer's file could not be fetched: ${(error as Error).message}`);
		problems.push(`${url} was not fetched: the connection broke.`);
		return null;
	}
}

type Body = AsyncIterable<Uint8Array> & { destroy(): void };

/** The read that is under way when a server falls silent never ends, not even when the body is destroyed. */
async function late(body: Body): Promise<never> {
	await sleep(LONGEST);
	body.destroy();
	throw new Error('it takes too long');
}

/** Null as soon as there is more. */
async function upTo(most: number, body: Body): Promise<Buffer | null> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of body) {
		size += chunk.length;
		if (size > most) {
			body.destroy();
			return null;
		}
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}
