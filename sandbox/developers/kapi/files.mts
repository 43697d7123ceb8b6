import type { Context, Hono } from 'hono';
import type { DealerEnv } from '../../dealers/contract.mts';
import { misfit, type Shape } from '../../dealers/shape.mts';
import type { Channel } from '../../world/types.mts';
import { KapiError, badParameter } from '../errors.mts';
import { parseExactJson } from '../exactJson.mts';
import { listed, type CustomerFile } from '../files/customerFiles.mts';
import { deletedIds, phoneOf, rowOf, userTypeIn, type NewUser } from '../files/rows.mts';
import { checkSchema } from '../files/schema.mts';
import type { Platform } from '../platform.mts';
import { answer } from './answer.mts';

const BASE = '/v1/talkchannel';
const USERS_MAX = 2000;

const without = (body: unknown, field: string): unknown =>
	(typeof body === 'object' && body !== null ? Object.fromEntries(Object.entries(body).filter(([name]) => name !== field)) : body);

/**
 * Form-encoding gives INVALID_PARAMETER (facts 2).
 * @param loose a field whose form is checked elsewhere
 * @throws KapiError -2
 */
async function bodyOf<Body>(c: Context<DealerEnv>, shape: Shape, loose = ''): Promise<Body> {
	if (!c.req.header('Content-Type')?.startsWith('application/json')) throw badParameter('Content-Type must be application/json');
	const body = parseExactJson(await c.req.text());
	const bad = body === undefined ? null : misfit(without(body, loose), shape);
	if (body === undefined || bad) throw badParameter(bad ? `${bad.path}: ${bad.expected}` : 'the body is not JSON');
	return body as Body;
}

const need = <Value,>(value: Value | null | undefined, field: string): Value => {
	if (value === undefined || value === null || value === '') throw badParameter(`${field}: required`);
	return value;
};

const CHANGE = { file_id: 'number', channel_public_id: 'string', user_type: 'string' } as const;
interface Change { file_id?: number | null; channel_public_id?: string | null; user_type?: string | null }

function fileIn({ channels, files }: Platform, { file_id, channel_public_id }: Change): { file: CustomerFile; channel: Channel } {
	const channel = channels.byPublicId(need(channel_public_id, 'channel_public_id'));
	const file = files.of(channel).find(({ id }) => id === need(file_id, 'file_id'));
	if (!file) throw new KapiError(-816);
	return { file, channel };
}

function makeRoutes(app: Hono<DealerEnv>, platform: Platform): void {
	app.post(`${BASE}/create/target_user_file`, async (c) => {
		type Body = { channel_public_id?: string | null; file_name?: string | null; schema?: Record<string, string> | null };
		const body = await bodyOf<Body>(c, { channel_public_id: 'string', file_name: 'string', schema: 'strings' });
		const channel = platform.channels.byPublicId(need(body.channel_public_id, 'channel_public_id'));
		const schema = checkSchema(need(body.schema, 'schema'));
		return answer(c, { file_id: platform.files.create(channel, need(body.file_name, 'file_name'), schema).id });
	});
	app.get(`${BASE}/target_user_file`, (c) => {
		const channel = platform.channels.byPublicId(need(c.req.query('channel_public_id'), 'channel_public_id'));
		return answer(c, listed(platform.files.of(channel), platform.behaviours.now.schemaAs));
	});
}

/** 고객 관리 (facts 2). Every call takes the REST or an admin key. */
export function fileRoutes(app: Hono<DealerEnv>, platform: Platform): void {
	app.use(`${BASE}/*`, async (c, next) => {
		platform.keys.requireRestOrAdmin(c.req.header('Authorization'), 'customerFile');
		await next();
	});
	makeRoutes(app, platform);
	app.post(`${BASE}/update/target_users`, async (c) => {
		const body = await bodyOf<Change & { users?: NewUser[] | null }>(c, { ...CHANGE, users: ['object'] });
		const { file, channel } = fileIn(platform, body);
		const users = need(body.users, 'users');
		const type = userTypeIn(body.user_type);
		if (users.length === 0 || users.length > USERS_MAX) throw badParameter(`users: 1 to ${USERS_MAX}`);
		c.set('recipients', users.length);
		const rows = users.flatMap((user) => rowOf(platform, channel, file, type, user) ?? []);
		for (const { number, fields } of rows) file.users.set(number, fields);
		platform.files.touched(file);
		return answer(c, { file_id: file.id, request_count: users.length, success_count: rows.length });
	});
	app.post(`${BASE}/delete/target_users`, async (c) => {
		const body = await bodyOf<Change & { user_ids?: unknown }>(c, CHANGE, 'user_ids');
		const { file } = fileIn(platform, body);
		const type = userTypeIn(body.user_type);
		const ids = deletedIds(need(body.user_ids, 'user_ids'), platform.behaviours.now.deleteFormat);
		c.set('recipients', ids.length);
		const gone = ids.filter((id) => file.users.delete(phoneOf(type, id) ?? ''));
		platform.files.touched(file);
		return answer(c, { file_id: file.id, request_count: ids.length, success_count: gone.length });
	});
}
