import type { CredentialValues, Partner } from '../partner/partner';
import { kakaoDevelopersBy } from './account';
import { explainFiles, explainLookup, filesRequest, LOOKUP } from './permissions';

/** One question to Kakao about one key. `probe.explain` of the partner gives the sentence. */
export interface KeyCheck {
	/** What the key is asked for: a check that fails only here leaves the key good for the rest. */
	use: 'channelLookup' | 'customerFile' | 'webhook';
	partner: Partner;
}

/**
 * Everything that can be found out about a credential's keys, in the order in which it is told. An app has several keys
 * of each type, and each admin key is allowed some APIs only (facts kakao-developers §0, change of December 2025).
 */
export function keyChecks(values: CredentialValues): KeyCheck[] {
	const files = filesRequest(values.channelPublicId ?? '');
	const checks: KeyCheck[] = [];
	if (values.adminKey) {
		checks.push(
			{
				use: 'channelLookup',
				partner: kakaoDevelopersBy('adminKey', { request: LOOKUP, explain: explainLookup('admin key') }),
			},
			{
				use: 'customerFile',
				partner: kakaoDevelopersBy('adminKey', { request: files, explain: explainFiles('admin key') }),
			},
		);
	}
	if (values.restApiKey) {
		checks.push({
			use: 'customerFile',
			partner: kakaoDevelopersBy('restApiKey', { request: files, explain: explainFiles('REST API key') }),
		});
	}
	// Whether it is the primary one Kakao doesn't tell; that it is a key at all shows a slip of the clipboard.
	if (values.primaryAdminKey && values.primaryAdminKey !== values.adminKey) {
		checks.push({
			use: 'webhook',
			partner: kakaoDevelopersBy('primaryAdminKey', {
				request: LOOKUP,
				explain: explainLookup('primary admin key', null),
			}),
		});
	}
	return checks;
}
