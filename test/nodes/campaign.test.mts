import { expect, test } from 'vitest';

import type { DealerId } from '../../sandbox/world/types.mts';
import { jsonOf, stage, THREE, type RunAlimTalk } from './kakao.mts';

const kakao = stage();

const RATES = {
	refuse: 0.03,
	lose: 0.03,
	tooMany: 0.03,
	serverError: 0.03,
	serverErrorAfter: 0.03,
	slow: 0.03,
	reset: 0.03,
};
const MESSAGES = 2000;
/** Small runs make many requests, so that every kind of fault strikes; dealers differ in how many fit in one. */
const PER_RUN = 20;
const AT_ONCE = 10;

const DEALERS: readonly DealerId[] = ['nhnCloud', 'solapi', 'naverSens'];

interface Settled {
	key: string;
	outcome: string;
}

/** Sends 2,000 messages in runs of their own and returns what the node said of each. */
async function campaign(name: string, dealer: DealerId, options: RunAlimTalk): Promise<Settled[]> {
	const runs = Array.from({ length: MESSAGES / PER_RUN }, (_, run) => run);
	const settled: Settled[] = [];
	await Promise.all(
		Array.from({ length: AT_ONCE }, async () => {
			for (let run = runs.shift(); run !== undefined; run = runs.shift()) {
				const rows = Array.from({ length: PER_RUN }, (_, at) => {
					const key = `K-${run}-${at}`;
					return { to: `010${20000000 + run! * PER_RUN + at}`, ...THREE, 번호: key, key };
				});
				const { outputs } = await kakao.run(rows, {
					dealer,
					parameters: { options: { messageKey: '={{ $json.key }}' } },
					executionId: String(run),
					workflowId: `${name}${dealer}${run}`,
					...options,
				});
				for (const json of outputs.flatMap(jsonOf)) {
					const details = (json.details ?? json) as { messageKey: string; outcome: string };
					settled.push({ key: details.messageKey, outcome: details.outcome });
				}
			}
		}),
	);
	return settled;
}

/** What the dealer has really accepted and will deliver; a group that was never sent reaches nobody. */
const reached = async () => (await kakao.messages()).map(({ bubble }) => /K-\d+-\d+/.exec(bubble.text ?? '')![0]);

async function expectExactlyOnce(settled: readonly Settled[]): Promise<void> {
	const sent = await reached();
	expect(sent.length, 'somebody got the message twice').toBe(new Set(sent).size);
	const accepted = settled.filter(({ outcome }) => outcome === 'accepted').map(({ key }) => key);
	expect(new Set(accepted), 'said and real acceptance differ').toEqual(new Set(sent));
	expect(settled).toHaveLength(MESSAGES);
	const others = settled.filter(({ outcome }) => outcome !== 'accepted');
	// What is not accepted is said, and surely not sent: it may be sent again.
	for (const { outcome } of others) expect(outcome).toBe('rejected');
	const answer = await fetch(`${kakao.sandbox.urls.phone}/api/faults`);
	const { injected } = (await answer.json()) as { injected: Record<string, Record<string, number>> };
	const kinds = Object.assign({}, ...Object.values(injected)) as Record<string, number>;
	expect(Object.keys(kinds).sort(), 'a kind of fault never struck').toEqual(Object.keys(RATES).sort());
	console.log(`${accepted.length} accepted, ${others.length} refused; faults ${JSON.stringify(kinds)}`);
}

test.each(DEALERS)(
	'2,000 messages through every kind of trouble at %s: none twice, none lost',
	async (dealer) => {
		await kakao.post('/api/faults', { dealer, seed: 7, scope: 'all', rates: RATES, slowMs: 300, retryAfterSeconds: 1 });
		await expectExactlyOnce(await campaign('plain', dealer, { node: { onError: 'continueRegularOutput' } }));
	},
	300_000,
);

test.each(DEALERS)(
	'the same at %s with Retry On Fail and a bad first row: the node is not run again',
	async (dealer) => {
		await kakao.post('/api/faults', {
			dealer,
			seed: 11,
			scope: 'all',
			rates: RATES,
			slowMs: 300,
			retryAfterSeconds: 1,
		});
		const settled = await campaign('retry', dealer, {
			node: { onError: 'continueErrorOutput', retryOnFail: true, maxTries: 3, waitBetweenTries: 10 },
			parameters: {
				// The first row of each run has no usable number.
				to: '={{ $itemIndex === 0 ? "02-123-4567" : $json.to }}',
				options: { messageKey: '={{ $json.key }}' },
			},
		});
		await expectExactlyOnce(settled);
		expect(settled.filter(({ key, outcome }) => key.endsWith('-0') && outcome === 'rejected')).toHaveLength(
			MESSAGES / PER_RUN,
		);
	},
	300_000,
);
