import type { Context } from 'hono';
import type { Chat } from '../../consult/chat.mts';
import type { ConsultChannel } from '../../consult/types.mts';
import type { DealerEnv } from '../../dealers/contract.mts';
import { misfit, parseJson, type Shape } from '../../dealers/shape.mts';
import { badFormat } from '../kakao/refusals.mts';
import type { BridgeAccount } from './account.mts';
import { BridgeError, empty } from './errors.mts';
import { brandIn, requireScope, scopeOf, type Scope } from './keys.mts';

/** The body of a call that changes something. @throws BridgeError for the key, the form, or what is not in the manual */
export async function bodyOf<Body>(c: Context<DealerEnv>, shape: Shape, scope: Scope = 'BrandWrite'): Promise<Body> {
	requireScope(scopeOf(c.req.header('Authorization')), scope);
	const body = parseJson(await c.req.text());
	const bad = body === undefined ? null : misfit(body, shape);
	if (body === undefined || bad) throw new BridgeError(400, 'EMPTY', bad ? `${bad.path}: ${bad.expected}` : 'the body is not JSON');
	return body as Body;
}

/** Whom nearly every call names. */
export const PERSON = { brandKey: 'string', userKey: 'string' } as const satisfies Shape;
export interface Person { brandKey?: string | null; userKey?: string | null }

/** @throws BridgeError for the brand; KakaoRefusal -509 for an unknown customer, as measured */
export function personOf({ tools }: BridgeAccount, { brandKey, userKey }: Person): { chat: Chat; channel: ConsultChannel } {
	const channel = brandIn(tools.world.consult, brandKey);
	if (!userKey) throw empty('userKey');
	const chat = tools.world.consult.chats.byUserKey(channel.channel, userKey);
	if (!chat) throw badFormat('userKey: unknown');
	return { chat, channel };
}
