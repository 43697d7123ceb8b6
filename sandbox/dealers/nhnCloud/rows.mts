import { KAKAO_RESULTS, type KakaoCode } from '../../world/codes.mts';
import { kstSeconds } from '../../world/kst.mts';
import type { Button, MessageState } from '../../world/types.mts';
import type { Row } from './account.mts';

/**
 * `messageStatus` is documented only as COMPLETED, FAILED and CANCEL. What a message shows before its result is known is
 * unconfirmed; a reader should look at `resultCode`, which is null until then.
 */
const UNDECIDED_STATUS = 'READY';

const STATUS: Record<MessageState, string> = {
	scheduled: UNDECIDED_STATUS, processing: UNDECIDED_STATUS, canceled: 'CANCEL', delivered: 'COMPLETED',
	fallbackDelivered: 'FAILED', failed: 'FAILED',
};

const RESEND_NAMES = { RSC01: '대체 발송 미대상', RSC02: '대체 발송 대상', RSC04: '대체 발송 성공', RSC05: '대체 발송 실패' } as const;

function resendStatus({ message }: Row): keyof typeof RESEND_NAMES {
	if (!message.fallback) return 'RSC01';
	if (message.state === 'fallbackDelivered') return 'RSC04';
	return message.state === 'failed' ? 'RSC05' : 'RSC02';
}

const isKakaoCode = (code: string | null): code is KakaoCode => code !== null && Object.hasOwn(KAKAO_RESULTS, code);

/** The fields shared by the list, the single query and the result updates. */
export function resultFields(row: Row) {
	const { message, request } = row;
	const status = resendStatus(row);
	const resent = status === 'RSC04' || status === 'RSC05';
	return {
		requestId: request.requestId,
		recipientSeq: row.seq,
		requestDate: kstSeconds(request.requestMs),
		createDate: kstSeconds(request.createMs),
		receiveDate: message.resultCode && message.finishedAt ? kstSeconds(Date.parse(message.finishedAt)) : null,
		resendStatus: status,
		resendStatusName: RESEND_NAMES[status],
		resendResultCode: resent ? (status === 'RSC04' ? '1000' : '3022') : null,
		resendRequestId: resent ? `${request.requestId}${row.seq}` : null,
		messageStatus: STATUS[message.state],
		resultCode: message.resultCode,
		resultCodeName: isKakaoCode(message.resultCode) ? KAKAO_RESULTS[message.resultCode].ko : null,
	};
}

/** A row of `GET …/messages`. */
export function listFields(row: Row) {
	const { message, request } = row;
	const { resendResultCode: _code, resendRequestId: _request, ...result } = resultFields(row);
	return {
		...result, plusFriendId: request.channel.searchId, senderKey: request.channel.senderKey, templateCode: message.templateCode,
		recipientNo: message.to, content: message.bubble.text, createUser: request.createUser,
		senderGroupingKey: request.senderGroupingKey, recipientGroupingKey: row.recipientGroupingKey,
	};
}

/** A button as NHN writes it, in templates and messages alike. */
export const wireButton = (button: Button, i: number) => ({
	ordering: i + 1, type: button.type, name: button.name, linkMo: button.linkMobile ?? null, linkPc: button.linkPc ?? null,
	schemeIos: button.schemeIos ?? null, schemeAndroid: button.schemeAndroid ?? null, telNumber: button.telNumber ?? null,
});

/** `GET …/messages/{requestId}/{recipientSeq}` */
export function detailFields(row: Row) {
	const { bubble } = row.message;
	const common = { ...listFields(row), ...resultFields(row) };
	if (bubble.kind !== 'alimtalk') return common;
	return {
		...common, templateTitle: bubble.title, templateSubtitle: bubble.subtitle,
		templateExtra: bubble.extra, templateAd: null, templateHeader: bubble.header,
		templateItem: bubble.items.length > 0 ? { list: bubble.items, summary: bubble.summary } : null,
		templateItemHighlight: bubble.highlight, templateRepresentLink: null, buttons: bubble.buttons.map(wireButton),
		quickReplies: bubble.quickReplies.map(wireButton), messageOption: null,
	};
}
