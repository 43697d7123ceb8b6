import { write, type Conversation, type DealerRequest } from '../../delivery/conversation';
import { multipart } from '../../delivery/multipart';
import { answerBody, DealerFailure } from '../../partner/failure';
import { text } from '../../partner/json';
import type { FileUpload, Uploaded } from '../contract';
import type { ReplyTarget } from '../event';
import { fileProblem } from '../limits';
import { judgeBy } from '../raw/answer';
import { HAPPY_TALK_CODES } from './codes';

const BASE = '/kakaoWebhook/v3/bzc';

/** HappyTalk's formats: where each takes pictures, and what it calls one above a text. */
const PICTURES = {
	v1: { path: '/v1/image/upload', bubble: 'link' },
	v3: { path: `${BASE}/image/upload`, bubble: 'rich' },
} as const;
export type Format = keyof typeof PICTURES;

/** Kakao shows only what lies on its own servers (facts consulttalk §2.2, §2.3). */
export function uploadRequest(
	{ senderKey }: ReplyTarget,
	file: FileUpload,
	place: 'alone' | 'bubble',
	format: Format = 'v3',
): DealerRequest {
	const { name, type, bytes } = file;
	if (file.kind === 'image') {
		const { path, bubble } = PICTURES[format];
		const fields = { sender_key: senderKey, ...(place === 'bubble' && { image_type: bubble }) };
		return {
			method: 'POST',
			path,
			...multipart(fields, { field: 'image', name, type, bytes }),
		};
	}
	return {
		method: 'POST',
		path: `${BASE}/file/upload`,
		...multipart({ sender_key: senderKey, file_type: file.kind }, { field: 'file', name, type, bytes }),
	};
}

/**
 * The address that Kakao gave the file (facts, F8).
 * @param place a picture above a text with buttons is uploaded as its own type, and is smaller
 * @throws DealerFailure when there is none: nothing was said to the customer.
 */
export function* upload(
	target: ReplyTarget,
	file: FileUpload,
	place: 'alone' | 'bubble',
	format?: Format,
): Conversation<Uploaded> {
	const what = `the address of the uploaded file "${file.name}"`;
	const problem = fileProblem(file, file.kind === 'image' && place === 'bubble' ? 'bubbleImage' : file.kind);
	if (problem) throw new DealerFailure(what, problem);
	const reply = yield* write(uploadRequest(target, file, place, format));
	const body = answerBody(reply, what, judgeBy(HAPPY_TALK_CODES));
	const url = text(body.image) ?? text(body.file);
	if (url === undefined) throw new DealerFailure(what, noAddress);
	const size = Number(text(body.size));
	return { url, name: text(body.name) ?? file.name, size: size > 0 ? size : file.bytes.length };
}

const noAddress = {
	code: 'noAddress',
	codeSpace: 'happyTalk' as const,
	kind: 'service' as const,
	text: 'HappyTalk took the file but gave no address for it.',
	advice: 'Upload it again.',
	retryable: true,
};
