import { imageProblem, readImage, type ImageKind } from '../../../world/images.mts';
import { ACCOUNT_ID, type SolapiAccount } from '../account.mts';
import { check } from '../bodies.mts';
import { ApiError, invalid } from '../codes.mts';
import { KINDS, MAX_BYTES, isFileType, type FileType } from './fileTypes.mts';

const BASE64 = /^[A-Za-z0-9+/\s]+={0,2}\s*$/;

const PROBLEMS = {
	format: 'jpg, png 형식의 이미지만 업로드할 수 있습니다.', size: '파일 크기 제한을 초과하였습니다.',
	width: '이미지의 가로 길이는 500px 이상이어야 합니다.', ratio: '이미지의 가로, 세로 비율이 맞지 않습니다.',
} as const;

/** How SOLAPI says no to a file is undocumented; this is its general form for wrong requests. */
const refused = (problem: keyof typeof PROBLEMS) => new ApiError(400, 'InvalidFile', PROBLEMS[problem]);

/** @throws ApiError 400 when Kakao, or SOLAPI itself, would not take the picture */
function pictureIn(type: FileType, bytes: Uint8Array<ArrayBuffer>) {
	const read = readImage(bytes);
	if (!read) throw refused('format');
	const picture = { ...read, bytes };
	const limit = MAX_BYTES[type];
	const problem = limit === undefined ? imageProblem(KINDS[type], picture) : bytes.length > limit ? 'size' : null;
	if (problem) throw refused(problem);
	return picture;
}

/** `POST /storage/v1/files`: base64 in, a file id of 32 characters out. */
export function uploadFile(account: SolapiAccount, json: unknown) {
	check(json, { file: 'string', type: 'string', name: 'string', link: 'string' });
	const { file, type, name, link } = json as { file?: string | null; type?: string | null; name?: string | null; link?: string | null };
	if (!file) throw invalid('"file" is required');
	if (!BASE64.test(file)) throw invalid('"file" must be a valid base64 string');
	if (!type || !isFileType(type)) throw invalid(`"type" must be one of [${Object.keys(KINDS).join(', ')}]`);
	// A copy of its own: small buffers share one pool.
	const picture = pictureIn(type, new Uint8Array(Buffer.from(file, 'base64')));
	const fileId = account.newId('ST01FZ', 12);
	const originalName = name ?? fileId;
	const image = account.world.images.put(fileId, { ...picture, name: originalName, kind: KINDS[type] });
	account.files.set(fileId, type);
	return {
		kakao: { daou: null, biztalk: null }, type, originalName, link: link ?? null, fileId, name: originalName, url: image.url,
		accountId: ACCOUNT_ID, references: [], dateCreated: image.createdAt, dateUpdated: image.createdAt,
	};
}

/** The picture behind an `imageId`, if it is this account's and was uploaded for this place. */
export function pictureUrl(account: SolapiAccount, imageId: string, kind: ImageKind | 'thumbnail'): string | null {
	const image = account.world.images.find(imageId);
	if (!image) return null;
	const type = account.files.get(imageId);
	// The demo's own drawings come from the console, so to speak.
	if (type === undefined) return image.format === 'svg' && (kind === 'thumbnail' || image.kind === kind) ? image.url : null;
	const fits = kind === 'thumbnail' ? type === 'KAKAO' || type === 'BMS' : type !== 'KAKAO' && type !== 'MMS' && KINDS[type] === kind;
	return fits ? image.url : null;
}
