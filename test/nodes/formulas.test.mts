import { expect, test } from 'vitest';

import { startEngine } from '../harness/expressions.mts';
import { outcomesOf } from './helpers.mts';
import { jsonOf, stage, THREE } from './kakao.mts';

const kakao = stage();

/** Three rows of which the second makes the formula fail. */
async function withFormula(engine: 'legacy' | 'vm', formula: string, names: readonly string[]) {
	await startEngine(kakao.host, engine);
	const rows = names.map((name, at) => ({ to: `0101111000${at}`, ...THREE, name }));
	const options = {
		parameters: { variables: { mappingMode: 'defineBelow', value: { ...THREE, 이름: formula } } },
		node: { onError: 'continueRegularOutput' as const },
	};
	try {
		return await kakao.run(rows, options);
	} finally {
		await startEngine(kakao.host, 'legacy');
	}
}

const ENGINES = ['legacy', 'vm'] as const;

test.each(ENGINES)(
	'a formula that comes to nothing on one row refuses that row; the others go out (%s engine)',
	async (engine) => {
		const run = await withFormula(engine, '={{ $json.name.match(/"(.+)"/)[1] }}', ['"홍길동"', '성춘향', '"이몽룡"']);
		expect(outcomesOf(run)).toEqual(['accepted', 'rejected', 'accepted']);
		expect(jsonOf(run.outputs[0])[1]).toMatchObject({
			to: '01011110001',
			reason: { text: expect.stringContaining('이름') },
		});
	},
);

// Guards against: the engine's exception leaves the node; no row is sent, and the rows come out as if nothing had happened.
test.each(ENGINES)(
	'a formula that throws on one row refuses that row; the others go out (%s engine)',
	async (engine) => {
		const run = await withFormula(engine, '={{ $json.name.toDateTime().toFormat("yyyy") }}', [
			'2026-12-01',
			'내일',
			'2026-12-02',
		]);
		expect(outcomesOf(run)).toEqual(['accepted', 'rejected', 'accepted']);
	},
);
