import type { Consult } from '../../consult/consult.mts';
import type { ConsultChannel } from '../../consult/types.mts';
import { DEMO_HUB_CREDENTIALS } from '../../world/credentials.mts';
import { BridgeError, empty } from './errors.mts';

/** What a key may do; each includes the one before (manual digest 4). */
const SCOPES = ['BrandRead', 'BrandWrite', 'Admin'] as const;
export type Scope = (typeof SCOPES)[number];

const { apiKey, writeKey, readKey } = DEMO_HUB_CREDENTIALS.talkBridge;
const KEYS: ReadonlyMap<string, Scope> = new Map([[apiKey, 'Admin'], [writeKey, 'BrandWrite'], [readKey, 'BrandRead']]);

/** `crm-` and six letters. @param senderKey the channel's */
export const brandKeyOf = ({ senderKey }: Pick<ConsultChannel, 'senderKey'>): string => `crm-${senderKey.slice(-6)}`;

/** @throws BridgeError 401 */
export function scopeOf(authorization: string | undefined): Scope {
	const scope = KEYS.get(/^Bearer (\S+)$/.exec(authorization ?? '')?.[1] ?? '');
	if (!scope) throw new BridgeError(401, null, '토큰이 없거나 유효하지 않아요.');
	return scope;
}

/** @throws BridgeError 403 */
export function requireScope(has: Scope, needs: Scope): void {
	if (SCOPES.indexOf(has) < SCOPES.indexOf(needs)) throw new BridgeError(403, 'FORBIDDEN', `${needs} 권한이 필요해요.`);
}

/** @throws BridgeError when the brand is not named, unknown, or not this key's */
export function brandIn(consult: Consult, brand: string | null | undefined): ConsultChannel {
	if (!brand) throw empty('brand');
	const channel = consult.channels.all().find((candidate) => brandKeyOf(candidate) === brand);
	if (!channel) throw new BridgeError(404, 'NO_BRAND', '존재하지 않는 브랜드예요.');
	if (channel.hub !== 'talkBridge') throw new BridgeError(403, 'NO_BRAND_SCOPE', '이 키로는 이 브랜드를 쓸 수 없어요.');
	return channel;
}
