import { plainFile } from '../../consult/media.mts';
import { rich, words } from '../../consult/bot.mts';
import { contentTypeOf, mediaKindOf } from '../../consult/mediaTypes.mts';
import type { ConsultBubble } from '../../consult/types.mts';
import { TEXT_MAX, upTo } from '../kakao/checks.mts';
import { KAKAO, sessionEnded } from '../kakao/refusals.mts';
import { partOf, storeFile, storePicture, type UploadedPart } from '../kakao/uploads.mts';
import type { BridgeAccount } from './account.mts';
import { BridgeError } from './errors.mts';
import { personOf } from './request.mts';

/** One bubble of `send/attachments`; a bubble that Kakao does not take does not stop the others (02-api-webhook README 6.8). */
interface Piece {
	kind: 'image' | 'file' | 'text';
	serial: string;
	bubble: ConsultBubble | null;
}

function picture({ tools }: BridgeAccount, part: UploadedPart, caption: string | null): ConsultBubble | null {
	const stored = storePicture(tools.world.consult.media, part, false);
	return typeof stored === 'string' ? null : rich({ layout: 'IMAGE', imageUrl: stored.url, text: caption });
}

function file({ tools }: BridgeAccount, part: UploadedPart): ConsultBubble | null {
	const kind = mediaKindOf(part.name);
	const stored = storeFile(tools.world.consult.media, part, kind);
	return typeof stored === 'string' ? null : { kind: 'media', media: kind, files: [plainFile(stored)] };
}

/** The text goes with the first bubble when that is a picture, else in one of its own. */
function pieces(account: BridgeAccount, parts: readonly UploadedPart[], text: string): Piece[] {
	const isPicture = ({ name }: UploadedPart) => contentTypeOf(name).startsWith('image/');
	const caption = parts[0] && isPicture(parts[0]) ? text : '';
	const files = parts.map((part, i): Piece => {
		const serial = account.newSerial();
		if (!isPicture(part)) return { kind: 'file', serial, bubble: file(account, part) };
		return { kind: 'image', serial, bubble: picture(account, part, i === 0 && caption ? caption : null) };
	});
	if (!text || caption) return files;
	return [{ kind: 'text', serial: account.newSerial(), bubble: words(text) }, ...files];
}

/** `POST /api/agent/send/attachments`: top `ok` is true as soon as one bubble went out. */
export async function attach(account: BridgeAccount, form: FormData): Promise<object> {
	const person = { brandKey: String(form.get('brandKey') ?? ''), userKey: String(form.get('userKey') ?? '') };
	const { chat } = personOf(account, person);
	const parts = (await Promise.all(form.getAll('files').map(partOf))).flatMap((part) => part ?? []);
	if (parts.length === 0) throw new BridgeError(400, 'NO_FILE', '첨부 파일이 없어요.');
	const all = pieces(account, parts, upTo(String(form.get('text') ?? ''), 'text', TEXT_MAX));
	if (!chat.open) throw sessionEnded();
	account.spend(chat);
	const good = all.flatMap(({ serial, bubble }) => (bubble ? [{ serial, bubble }] : []));
	const sent = good.length > 0 ? account.tools.world.consult.agents.send(chat, good) : [];
	if (sent === 'ended') throw sessionEnded();
	const results = all.map(({ kind, serial, bubble }) => {
		if (bubble) return { kind, ok: true, code: '0', serial };
		const message = kind === 'image' ? '보낼 수 없는 이미지예요.' : '보낼 수 없는 파일이에요.';
		return { kind, ok: false, code: String(KAKAO.upload), serial: null, message };
	});
	return { ok: good.length > 0, results };
}
