import type { CredentialField, CredentialValues } from '../partner/partner';

/** The credential's list of channels whose callbacks are taken; empty where none was typed. */
export const senderKeysOf = ({ senderKeys = '' }: CredentialValues): string[] => [
	...new Set(senderKeys.split(/[\s,]+/).filter(Boolean)),
];

/** For hubs that hand on Kakao's callbacks without a proof of who calls (facts consulttalk §1.1, trap 4). */
export const senderKeysField: CredentialField = {
	name: 'senderKeys',
	label: 'Sender Keys',
	secret: false,
	optional: true,
	help: 'The sender keys (발신프로필 키) of your channels, separated by commas: callbacks for others are refused',
};
