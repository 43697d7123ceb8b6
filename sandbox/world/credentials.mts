import type { DealerId } from './types.mts';

/** The sandbox's one customer account at each dealer. Fixed, public and worthless anywhere else. */
export const DEMO_CREDENTIALS = {
	nhnCloud: { appKey: 'sandboxAppKey001', secretKey: 'sandboxSecretKey001' },
	solapi: { apiKey: 'NCSANDBOXKEY0001', apiSecret: 'SANDBOXSECRETSANDBOXSECRET000001' },
	naverSens: {
		accessKey: 'sandboxAccessKey0001',
		secretKey: 'sandboxSecretKey0000000000000000000001',
		serviceId: 'ncp:kkobizmsg:kr:2601010000001:kakao-business',
	},
} as const satisfies Record<DealerId, Record<string, string>>;

/** Phone numbers registered as senders of text messages (발신번호 등록), at all three dealers. */
export const SENDER_NUMBERS: ReadonlySet<string> = new Set(['0212345678', '15881234', '01099998888']);

/** The sender number that the channels' console settings name. */
export const DEFAULT_SENDER_NUMBER = '0212345678';
