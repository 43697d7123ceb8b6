import type { Reply } from '../../delivery/conversation';
import type { Links } from '../../message/brand/content';
import { answerBody } from '../../partner/failure';
import { compact, text, type JsonObject } from '../../partner/json';
import { nhnReason } from './codes';
import { readHeader } from './envelope';

/** The most rows of a page, in every list. */
export const PAGE = 1000;

/** The body of an answer whose header says success. @throws DealerFailure with NHN's reason. */
export const goodBody = (reply: Reply, what: string): JsonObject =>
	answerBody(reply, what, (answer) => {
		const header = readHeader(answer.body);
		if (!header) return undefined;
		return header.isSuccessful ? null : nhnReason(header.code, header.message);
	});

/** Where a page ends is told by `totalCount` (facts §1.6). */
export const nextPage = (pageNum: number, count: number, total: unknown): string | undefined =>
	count > 0 && (pageNum - 1) * PAGE + count < Number(total ?? 0) ? String(pageNum + 1) : undefined;

export const readLinks = (row: JsonObject): Links =>
	compact<Links>({
		linkMobile: text(row.linkMo),
		linkPc: text(row.linkPc),
		schemeAndroid: text(row.schemeAndroid),
		schemeIos: text(row.schemeIos),
	});
