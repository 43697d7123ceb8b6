import type { Context, Hono } from 'hono';
import type { DealerEnv } from '../../dealers/contract.mts';
import { wholeNumber } from '../../dealers/pages.mts';
import { DEMO_DEVELOPERS_CREDENTIALS } from '../../world/credentials.mts';
import { KapiError, badParameter } from '../errors.mts';
import { credentialsIn } from '../keys.mts';
import type { Platform } from '../platform.mts';
import { answer } from './answer.mts';

const { appId, restApiKey } = DEMO_DEVELOPERS_CREDENTIALS;
/** Default from a public client; that it is also the maximum is a guess (facts 4.1). */
const IDS_MAX = 100;

interface Page { limit: number; order: 'asc' | 'desc'; from: bigint | null }

function pageIn({ limit, order = 'asc', from_id: from }: Readonly<Record<string, string | undefined>>): Page {
	const size = wholeNumber(limit, IDS_MAX, 1, IDS_MAX);
	if (size === null) throw badParameter(`limit: 1 to ${IDS_MAX}`);
	if (order !== 'asc' && order !== 'desc') throw badParameter('order: asc or desc');
	if (from !== undefined && !/^\d{1,19}$/.test(from)) throw badParameter('from_id: digits');
	return { limit: size, order, from: from === undefined ? null : BigInt(from) };
}

/** As the official fixture has it: an address of its own with the app's key in it (trap 23). */
function pageUrl(c: Context<DealerEnv>, limit: number, order: Page['order'], from: bigint): string {
	return `${new URL(c.req.url).origin}/v1/user/ids?limit=${limit}&order=${order}&from_id=${from}&app_key=${restApiKey}`;
}

function ids(c: Context<DealerEnv>, platform: Platform, query: Readonly<Record<string, string | undefined>>): Response {
	platform.keys.requireAdmin(c.req.header('Authorization'), 'login');
	const { limit, order, from } = pageIn(query);
	const all = platform.users.all().map(({ userId }) => BigInt(userId));
	const ordered = order === 'asc' ? all : all.reverse();
	const isPast = (id: bigint) => from === null || (order === 'asc' ? id > from : id < from);
	const elements = ordered.filter(isPast).slice(0, limit);
	const [first, last] = [elements[0], elements.at(-1)];
	return answer(c, {
		elements, total_count: all.length,
		...(first !== undefined && { before_url: pageUrl(c, limit, order === 'asc' ? 'desc' : 'asc', first) }),
		...(last !== undefined && { after_url: pageUrl(c, limit, order, last) }),
	});
}

/** What credential tests ask (facts 4.1). */
export function accountRoutes(app: Hono<DealerEnv>, platform: Platform): void {
	app.get('/v1/user/access_token_info', (c) => {
		const { scheme, value } = credentialsIn(c.req.header('Authorization'));
		if (scheme !== 'Bearer') throw new KapiError(-401, 'this access token does not exist');
		const { number, expiresIn } = platform.tokens.access(value);
		return answer(c, { id: BigInt(platform.users.of(number).userId), expires_in: expiresIn, app_id: Number(appId) });
	});
	app.get('/v1/user/ids', (c) => ids(c, platform, c.req.query()));
	app.post('/v1/user/ids', async (c) => ids(c, platform, Object.fromEntries(new URLSearchParams(await c.req.text()))));
}
