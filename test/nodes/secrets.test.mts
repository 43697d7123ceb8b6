import { describe, expect, test } from 'vitest';

import { DEMO_CREDENTIALS } from '../../sandbox/world/credentials.mts';
import type { DealerId } from '../../sandbox/world/types.mts';
import type { NodeRun } from '../harness/n8nCore.mts';
import { DEALERS, outcomesOf } from './helpers.mts';
import { stage, THREE, type RunAlimTalk } from './kakao.mts';
import { proxy, type Proxy, type Verdict } from './proxy.mts';

const kakao = stage();

const SECRET = { nhnCloud: 'secretKey', solapi: 'apiSecret', naverSens: 'secretKey' } as const;
const ROWS = [
	{ to: '010-1111-0001', ...THREE },
	{ to: '010-1111-0002', ...THREE },
];

const withFields = (dealer: DealerId, changes: Record<string, string>): RunAlimTalk['credentials'] & object => ({
	kakaoBizMessageApi: { ...kakao.credentials(dealer).kakaoBizMessageApi!, ...changes },
});

/** All that n8n keeps of the run and shows to whoever may look at it. */
const kept = ({ run, error, hints, outputs }: NodeRun) =>
	JSON.stringify([run.data.resultData, error, error?.message, error?.description, error?.stack, hints, outputs]);

function expectNoSecret(run: NodeRun, dealer: DealerId): void {
	const { serviceId: _open, ...secrets } = { serviceId: '', ...DEMO_CREDENTIALS[dealer] };
	for (const secret of [...Object.values(secrets), 'aWrongSecret0001']) expect(kept(run)).not.toContain(secret);
}

async function through(
	dealer: DealerId,
	judge: Parameters<typeof proxy>[1],
	use: (server: Proxy) => Promise<void>,
): Promise<void> {
	const server = await proxy(() => kakao.sandbox.urls[dealer], judge);
	try {
		await use(server);
	} finally {
		await server.close();
	}
}

describe.each(DEALERS)('at %s', (dealer) => {
	test.each(['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const)(
		'a wrong secret is told without any key (On Error %s)',
		async (onError) => {
			const run = await kakao.run(ROWS, {
				dealer,
				credentials: withFields(dealer, { [SECRET[dealer]]: 'aWrongSecret0001' }),
				node: { onError },
			});
			if (onError === 'stopWorkflow') expect(run.error?.message).toContain('could not be read');
			else expect(outcomesOf(run)).toEqual(['rejected', 'rejected']);
			expectNoSecret(run, dealer);
		},
	);

	test('a plain http address on another machine gets no request and no key', async () => {
		const run = await kakao.run(ROWS, {
			dealer,
			credentials: withFields(dealer, { baseUrl: 'http://dealer.example' }),
		});
		expect(run.error?.message).toContain('must begin with https://');
		expect(run.error?.description).toContain('credential');
		expectNoSecret(run, dealer);
	});

	test('a redirect to another host gets no key and no customer', async () => {
		const elsewhere = await proxy(
			() => '',
			() => ({ status: 200, body: {} }),
		);
		const redirect: Verdict = { status: 307, headers: { location: `${elsewhere.url}/thief` } };
		await through(
			dealer,
			() => redirect,
			async ({ url }) => {
				const run = await kakao.run(ROWS, { dealer, credentials: withFields(dealer, { baseUrl: url }) });
				expect(run.error?.message).toContain('could not be read');
				expectNoSecret(run, dealer);
			},
		);
		expect(elsewhere.seen).toEqual([]);
		await elsewhere.close();
	});

	test("a refusal in which the dealer quotes a customer's number shows it masked only", async () => {
		const said = 'to 010-1111-0002 (01011110002, +82 10-1111-0002, 821011110002) is invalid';
		const verdicts: Record<DealerId, Verdict> = {
			nhnCloud: { status: 200, body: { header: { isSuccessful: false, resultCode: -9990, resultMessage: said } } },
			solapi: { status: 400, body: { errorCode: 'ValidationError', errorMessage: said } },
			naverSens: { status: 400, body: { status: 400, errors: [said], errorMessage: 'Bad Request' } },
		};
		const judge: Parameters<typeof proxy>[1] = ({ method }) => (method === 'GET' ? 'pass' : verdicts[dealer]);
		await through(dealer, judge, async ({ url }) => {
			const run = await kakao.run(ROWS, { dealer, credentials: withFields(dealer, { baseUrl: url }) });
			const told = JSON.stringify([run.error?.message, run.error?.description, run.hints]);
			expect(told).toContain('is invalid');
			expect(told).toContain('0002');
			expect(told).not.toMatch(/1111-?0002/);
			expectNoSecret(run, dealer);
		});
	});

	test('bad rows are told by their place, not by a number that a log should not hold', async () => {
		const rows = [
			...ROWS,
			{ to: '010-1111-00034', ...THREE },
			{ to: '01011110004', 이름: '01011110005', 항목: null, 번호: 'x' },
		];
		const { error } = await kakao.run(rows, { dealer });
		expect(error?.message).toContain('2 of 4 messages');
		expect(JSON.stringify([error?.message, error?.description])).not.toMatch(/1111-?000\d/);
	});
});

// Guards against: n8n replaces a message that holds an error code by its own ("The service refused the connection - perhaps it is
// offline"), so that neither "not sent" nor the base URL is said (n8n-workflow, setDescriptiveErrorMessage).
test('a dealer that vanishes before the send is told without keys, and that nothing was sent', async () => {
	const vanishing = async (dealer: DealerId) => {
		const server = await proxy(
			() => kakao.sandbox.urls[dealer],
			() => {
				// The template is read, and from then on nobody answers at this address.
				void server.close();
				return 'pass';
			},
		);
		return await kakao.run(ROWS, { dealer, credentials: withFields(dealer, { baseUrl: server.url }) });
	};
	for (const [at, run] of (await Promise.all(DEALERS.map(vanishing))).entries()) {
		expectNoSecret(run, DEALERS[at]!);
		expect(run.error?.description).toContain('Not sent: the dealer could not be reached');
		expect(run.error?.message).toContain('None of 2 messages was accepted');
	}
});

test("a link that carries a customer's number is masked where it is complained about", async () => {
	await kakao.post('/api/templates', {
		code: 'linked',
		name: '링크',
		text: '안내',
		bubble: { buttons: [{ type: 'WL', name: '보기', linkMobile: '#{주소}' }] },
	});
	const { error } = await kakao.run([{ to: '01011110001', 주소: 'tel 010-1111-0002' }], { template: 'linked' });
	expect(error?.message).toContain('button 1');
	expect(JSON.stringify([error?.message, error?.description])).not.toMatch(/1111-?0002/);
});
