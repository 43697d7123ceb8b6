import { expect } from 'vitest';

import type { DealerId } from '../../sandbox/world/types.mts';
import { credentialTest } from '../harness/nodeMethods.mts';
import type { Stage } from './kakao.mts';
import { proxy, type Verdict } from './proxy.mts';

export const KEY = { nhnCloud: 'appKey', solapi: 'apiKey', naverSens: 'accessKey' } as const;
export const SECRET = { nhnCloud: 'secretKey', solapi: 'apiSecret', naverSens: 'secretKey' } as const;

/** What a person reads after pressing Test with these fields changed. */
export async function pressTest(kakao: Stage, dealer: DealerId, changes: Record<string, string> = {}) {
	const credential = { ...kakao.credentials(dealer).kakaoBizMessageApi!, ...changes };
	const answer = await credentialTest(kakao.host, 'kakaoBizMessageApiTest', {
		credentials: { kakaoBizMessageApi: credential },
		node: { type: 'n8n-nodes-kakao-business.kakaoAlimTalkSend' },
	});
	const fields: Record<string, unknown> = credential;
	for (const secret of [fields[KEY[dealer]], fields[SECRET[dealer]]])
		if (secret) expect(answer.message).not.toContain(secret);
	return answer;
}

/** The same against a server that answers as the dealer's documents say. */
export async function answeredWith(kakao: Stage, dealer: DealerId, verdict: Verdict) {
	const server = await proxy(
		() => '',
		() => verdict,
	);
	try {
		return await pressTest(kakao, dealer, { baseUrl: server.url });
	} finally {
		await server.close();
	}
}
