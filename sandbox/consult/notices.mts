import type { ConsultNotice, NoticeKind } from './types.mts';

/** The demo channels' texts as they would stand in the biz-message centre (facts 2.4). */
export const SYSTEM_TEXTS: Readonly<Record<NoticeKind, string>> = {
	S1: '지금은 상담이 불가능합니다. 상담 시간에 다시 문의해 주세요.',
	S2: '모든 상담원이 자리를 비웠습니다. 남겨 주신 문의는 순서대로 답변드리겠습니다.',
	S3: '답변이 없어 상담을 종료합니다. 다시 문의하시면 바로 이어서 도와드리겠습니다.',
	S4: '상담 대기 중입니다. 잠시만 기다려 주세요.',
	ST: '상담이 시작되었습니다. 문의 내용을 남겨 주세요.',
	ED: '상담이 종료되었습니다.',
	BL: '상담을 이용할 수 없는 상태입니다.',
};

export const isNotice = (text: string): text is NoticeKind => Object.hasOwn(SYSTEM_TEXTS, text);

export const notice = (kind: NoticeKind, parts: Partial<ConsultNotice> = {}): ConsultNotice => ({
	kind: 'notice', notice: kind, text: SYSTEM_TEXTS[kind], buttons: [], quickReplies: [], ...parts,
});
