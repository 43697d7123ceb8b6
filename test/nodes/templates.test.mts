import { describe, expect, test } from 'vitest';

import { addTemplate, DEALERS, outcomesOf, requests } from './helpers.mts';
import { jsonOf, SENDER, stage, templateCode, THREE } from './kakao.mts';

const kakao = stage();
const ROW = { to: '01011110001', ...THREE };
const byColumn = { template: { __rl: true, mode: 'code', value: '={{ $json.code }}' } };
/** Channel keys of the shop's second channel. */
const SECOND = {
	nhnCloud: SENDER.nhnCloud.replace(/1$/, '2'),
	solapi: 'PF01ID2601010000000002SANDBOXHELP',
	naverSens: '@kakaoshop_cs',
};

const reads = async () =>
	(await requests(kakao)).filter(({ method, path }) => method === 'GET' && path.includes('templates'));

describe.each(DEALERS)('at %s', (dealer) => {
	const code = (name: string) => templateCode(dealer, name);

	test('each row may choose its template, and each template is read once however many rows use it', async () => {
		await addTemplate(kakao, { code: 'shipped', text: '#{이름}님 출발' });
		const rows = Array.from({ length: 6 }, (_, at) => ({
			to: `0101111000${at}`,
			...THREE,
			code: code(at % 2 ? 'shipped' : 'bench-three'),
		}));
		const { outputs, error } = await kakao.run(rows, { dealer, parameters: byColumn });
		expect(error).toBeUndefined();
		expect(jsonOf(outputs[0]).map(({ to, templateCode: used }) => [to, used])).toEqual(
			rows.map(({ to, code: asked }) => [to, asked]),
		);
		for (const { to, templateCode: used, bubble } of await kakao.messages()) {
			expect(used).toBe(Number(to.at(-1)) % 2 ? 'shipped' : 'bench-three');
			expect(bubble.text?.endsWith('출발')).toBe(used === 'shipped');
		}
		expect(await reads()).toHaveLength(2);
	});

	test('the channel may come from a column too', async () => {
		await addTemplate(kakao, { code: 'bench-three', text: '상담 #{이름}님', channel: '@kakaoshop_cs' });
		const rows = [
			{ ...ROW, sender: SENDER[dealer] },
			{ ...ROW, to: '01011110002', sender: SECOND[dealer] },
		];
		// SOLAPI's template ids are unique beyond channels.
		const senderProfile = { __rl: true, mode: 'id', value: '={{ $json.sender }}' };
		const run = await kakao.run(rows, {
			dealer,
			parameters: { senderProfile },
			node: { onError: 'continueRegularOutput' },
		});
		expect(outcomesOf(run)).toEqual(['accepted', dealer === 'solapi' ? 'rejected' : 'accepted']);
		const channels = (await kakao.messages()).map(({ channel }) => channel).sort();
		expect(channels).toEqual(dealer === 'solapi' ? ['@kakaoshop'] : ['@kakaoshop', '@kakaoshop_cs']);
	});

	test.each([
		['no-such-code', 'does not exist for this sender profile'],
		['coupon-event', 'is rejected by the review'],
		['refund-done', 'is still in review'],
		['cs-answer', 'does not exist for this sender profile'],
	])('the template "%s" is refused before the send: %s', async (name, why) => {
		const { error } = await kakao.run([ROW], { dealer, template: name });
		expect(error?.message).toContain(`Template "${code(name)}" ${why}`);
		expect(await kakao.messages()).toEqual([]);
	});

	test('a row with a wrong template is refused by itself, the others go out', async () => {
		const rows = [code('bench-three'), code('coupon-event'), '', null, code('bench-three')].map((each, at) => ({
			...ROW,
			to: `0101111000${at}`,
			code: each,
		}));
		const run = await kakao.run(rows, { dealer, parameters: byColumn, node: { onError: 'continueRegularOutput' } });
		expect(outcomesOf(run)).toEqual(['accepted', 'rejected', 'rejected', 'rejected', 'accepted']);
		expect(JSON.stringify(jsonOf(run.outputs[0])[2])).toContain('Template is empty');
		expect(await kakao.messages()).toHaveLength(2);
	});

	test('a sender profile that is not one of the account is blamed before the send', async () => {
		const senderProfile = { __rl: true, mode: 'id', value: '@nobody' };
		const { error } = await kakao.run([ROW], { dealer, parameters: { senderProfile } });
		expect(error?.message).toMatch(/Template "[^"]+" (?:does not exist for this sender profile|could not be read)/);
		const { error: empty } = await kakao.run([ROW], {
			dealer,
			parameters: { senderProfile: { __rl: true, mode: 'id', value: '={{ $json.sender }}' } },
		});
		expect(empty?.message).toContain('Sender Profile is empty');
		expect(await kakao.messages()).toEqual([]);
	});
});

test('a flow from before resource locators, with bare values, still sends', async () => {
	const parameters = { senderProfile: SENDER.nhnCloud, template: 'bench-three' };
	expect(outcomesOf(await kakao.run([ROW], { parameters }))).toEqual(['accepted']);
});

test('thirty thousand rows of one run ask for the template once', async () => {
	const rows = Array.from({ length: 30_000 }, (_, at) => ({ ...ROW, to: `010${20000000 + at}` }));
	const { outputs } = await kakao.run(rows, { parameters: { operation: 'preview' } });
	expect(outputs[0]).toHaveLength(30_000);
	expect(await requests(kakao)).toHaveLength(1);
});
