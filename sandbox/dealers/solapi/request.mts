import type { Context } from 'hono';
import type { DealerEnv } from '../contract.mts';
import { parseJson } from '../shape.mts';
import { ApiError, invalid } from './codes.mts';

/** S-DOC groups/addGroupMessages: 15 MB for one request. */
const MAX_BODY_BYTES = 15 * 1024 * 1024;

/** Query with repeated names kept. */
export const queryOf = (c: Context<DealerEnv>): URLSearchParams => new URL(c.req.url).searchParams;

/** The body as JSON; an empty one counts as `{}` because calls without parameters send none. */
export async function bodyOf(c: Context<DealerEnv>): Promise<unknown> {
	const tooLarge = () => new ApiError(413, 'PayloadTooLarge', '요청 데이터 크기는 15MB를 넘을 수 없습니다.');
	if (Number(c.req.header('Content-Length') ?? 0) > MAX_BODY_BYTES) throw tooLarge();
	const text = await c.req.text();
	if (Buffer.byteLength(text) > MAX_BODY_BYTES) throw tooLarge();
	const body = text === '' ? {} : parseJson(text);
	if (body === undefined) throw invalid('Invalid request payload JSON format');
	return body;
}
