import type { ICredentialTestFunctions, INodeCredentialTestResult } from 'n8n-workflow';

import { kakaoDevelopers, keyChecks, readChannelId, type KeyCheck } from '../../kakao/channel';
import { object } from '../../kakao/partner/json';
import type { CredentialValues } from '../../kakao/partner/partner';
import { failed, networkSentence, probe, works } from './credentialProbe';

/** The key is good and lacks one permission, or its quota is used up: what it is not used for does no harm. */
const GENUINE: ReadonlySet<unknown> = new Set([-3, -5, -10, -11]);

interface Checked {
	use: KeyCheck['use'];
	/** Null where all is well. */
	problem: string | null;
	/** Whether Kakao knows the key. */
	genuine: boolean;
}

/** Asks Kakao about each key, and says which one is wrong or lacks which permission. */
export async function testKeys(
	context: ICredentialTestFunctions,
	given: CredentialValues,
): Promise<INodeCredentialTestResult> {
	const channel = given.channelPublicId ? readChannelId(given.channelPublicId) : { value: '' };
	if ('problems' in channel) {
		const [{ text, cure } = { text: 'is none', cure: '' }] = channel.problems;
		return failed(`Channel Public ID ${text}. ${cure}`);
	}
	const values = { ...given, channelPublicId: channel.value };
	const checks = keyChecks(values);
	if (checks.length === 0)
		return failed('No key is filled in. Copy the admin key from Kakao Developers → your app → Platform key.');
	try {
		return verdict(await Promise.all(checks.map(async (check) => await asked(context, check, values))));
	} catch (error) {
		return failed(networkSentence(kakaoDevelopers, error));
	}
}

async function asked(context: ICredentialTestFunctions, { use, partner }: KeyCheck, values: CredentialValues) {
	const answer = await probe(context, partner, values);
	const problem = partner.probe.explain(answer, Date.now());
	return { use, problem, genuine: problem === null || GENUINE.has(object(answer.body).code) };
}

function verdict(checked: readonly Checked[]): INodeCredentialTestResult {
	const wrong = sentences(checked.filter(({ genuine }) => !genuine));
	if (wrong !== '') return failed(wrong);
	const lacking = sentences(checked);
	if (checked.every(({ problem }) => problem !== null)) return failed(lacking);
	return works(
		lacking === ''
			? `${kakaoDevelopers.name} accepts this credential`
			: `Kakao knows the keys. Mend this only if a node needs it: ${lacking}`,
	);
}

const sentences = (checked: readonly Checked[]): string =>
	[...new Set(checked.flatMap(({ problem }) => problem ?? []))].join(' ');
