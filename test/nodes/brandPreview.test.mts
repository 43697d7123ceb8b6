import type { IDataObject } from 'n8n-workflow';
import { describe, expect, test } from 'vitest';

import type { Summary } from '../../nodes/BrandMessageSend/summary';
import { itIsInKorea } from '../harness/clock.mts';
import { brandStage, people, reasonsOf, type RunBrand } from './brandKakao.mts';
import { DEALERS, outcomesOf, requests } from './helpers.mts';
import { jsonOf } from './kakao.mts';

const kakao = brandStage();

const SUMMARY = { operation: 'preview', previewOutput: 'summary' };

async function summary(rows: IDataObject[], options: RunBrand = {}) {
	const run = await kakao.brand(rows, { ...options, parameters: { ...options.parameters, ...SUMMARY } });
	expect(run.error).toBeUndefined();
	expect(run.outputs[0]).toHaveLength(1);
	return { ...run, json: jsonOf(run.outputs[0])[0] as unknown as Summary };
}

/** A campaign in which everything happens that can keep a message back. */
const CAMPAIGN = [
	{ to: '01011110000', name: '홍길동', no: 1, agreedAt: '2026-01-01', at: '' },
	{ to: '01011110001', name: '성춘향', no: 1, agreedAt: '2026-01-01', at: '2026-12-03 10:00' },
	{ to: '01011110002', name: '이몽룡', no: 1, agreedAt: '2026-01-01', at: '2026-12-03 22:00' },
	{ to: '01011110003', name: '변학도', no: 1, agreedAt: '', at: '' },
	{ to: '01011110004', name: '월매', no: 1, agreedAt: '2026-01-01', at: '', out: 'yes' },
	{ to: '02-123-4567', name: '향단', no: 1, agreedAt: '2026-01-01', at: '' },
	{ to: '01011110006', no: 1, agreedAt: '2026-01-01', at: '' },
	{ to: '01011110000', name: '홍길동', no: 1, agreedAt: '2026-01-01', at: '' },
];
const LAWFUL: IDataObject = {
	text: '#{name}님, 주말 세일',
	buttons: { button: [{ type: 'WL', name: '보러 가기', link: 'https://a.example/#{no}' }] },
	consent: 'field',
	consentAt: '={{ $json.agreedAt }}',
	leaveOut: { optedOut: '={{ $json.out }}', frequencyCaps: { cap: [{ most: 1, period: 'day' }] } },
	options: { scheduleAt: '={{ $json.at }}' },
};

describe.each(DEALERS)('at %s', (dealer) => {
	test('says of each recipient what would become of them, as the send then does', async () => {
		const seen = await kakao.foresee(CAMPAIGN, { dealer, parameters: LAWFUL });
		expect(seen.map(({ wouldBe, ready }) => [wouldBe, ready])).toEqual([
			['sent', true],
			['scheduled', true],
			['held', true],
			['skipped', false],
			['skipped', false],
			['rejected', false],
			['rejected', false],
			['skipped', false],
		]);
		expect(seen.map(({ reason }) => reason?.code ?? null)).toEqual([
			null,
			null,
			'night',
			'noConsent',
			'optedOut',
			'badInput',
			'badInput',
			'frequencyCap',
		]);
		expect(seen.map(({ scheduledAt }) => scheduledAt?.slice(0, 16) ?? null)).toEqual([
			null,
			'2026-12-03T10:00',
			'2026-12-04T08:00',
			null,
			null,
			null,
			null,
			null,
		]);
		expect(seen[0]).toMatchObject({
			to: '01011110000',
			targeting: 'I',
			provider: dealer,
			problems: [],
			drawing: '(광고)\n홍길동님, 주말 세일\n[ 보러 가기 → https://a.example/1 ]',
			message: { kind: 'TEXT', text: '홍길동님, 주말 세일', buttons: [{ name: '보러 가기' }] },
		});
		expect(seen[6]!.problems).toMatchObject([
			{ field: 'variable #{name}', text: expect.stringContaining('missing'), cure: expect.any(String) },
		]);
		expect(await requests(kakao)).toEqual([]);
		expect(await kakao.messages()).toEqual([]);

		const run = await kakao.brand(CAMPAIGN, { dealer, parameters: LAWFUL, node: { onError: 'continueRegularOutput' } });
		const does: Record<string, string> = { sent: 'accepted' };
		expect(outcomesOf(run)).toEqual(seen.map(({ wouldBe }) => does[wouldBe] ?? wouldBe));
		expect(jsonOf(run.outputs[0]).map(({ scheduledAt }) => scheduledAt)).toEqual(
			seen.map(({ scheduledAt }) => scheduledAt),
		);
	});
});

test.each([[{}], [{ frequencyCaps: { cap: [{ most: 2, period: 'day' }] } }]])(
	'counts a message that stands twice in the list once, as the send does (%j)',
	async (leaveOut) => {
		const rows = [...people(2), { to: '+82 10-2000-0000' }, ...people(2)];
		const parameters = { leaveOut, options: { messageKey: 'winter-sale' } };
		const seen = await kakao.foresee(rows, { parameters });
		expect(seen.map(({ reason }) => reason?.code ?? null).slice(0, 3)).toEqual([null, null, 'duplicateKey']);
		const { json } = await summary(rows, { parameters });
		expect(json).toMatchObject({ recipients: 5, ready: 2, skipped: 3, problems: 0 });
		const run = await kakao.brand(rows, { parameters });
		expect(reasonsOf(run)).toEqual(seen.map(({ reason }) => reason?.code ?? null));
		expect(await kakao.messages()).toHaveLength(json.ready);
	},
);

test('one summary for whom has to approve: counts that add up, reasons with the first numbers, a sample', async () => {
	const { json, outputs, hints } = await summary(CAMPAIGN, { parameters: LAWFUL });
	expect(json).toMatchObject({ recipients: 8, ready: 2, held: 1, skipped: 3, problems: 2 });
	expect(json.ready + json.held + json.skipped + json.problems).toBe(json.recipients);
	expect(json.text).toBe(
		'2 of 8 messages would go out, 1 would be held until morning, 3 are left out, 2 cannot be sent as they are.',
	);
	expect(json.sample).toContain('(광고)\n홍길동님, 주말 세일');
	expect(json.leftOut.reduce((all, { count }) => all + count, 0)).toBe(6);
	expect(json.leftOut).toContainEqual({
		reason: 'This person has opted out of advertising.',
		count: 1,
		to: ['01011110004'],
	});
	expect(json.leftOut).toContainEqual({
		reason: 'No consent to advertising is on record.',
		count: 1,
		to: ['01011110003'],
	});
	expect(outputs[0]![0]!.pairedItem).toEqual(CAMPAIGN.map((_, item) => ({ item })));
	expect(hints).toMatchObject([{ type: 'warning', message: `Nothing was sent. ${json.text}` }]);
	expect(await requests(kakao)).toEqual([]);
});

test('of many left out for one reason ten are named, and the most frequent reason comes first', async () => {
	const rows = people(30).map((row, at) => ({ ...row, agreedAt: at < 2 ? '2026-01-01' : at < 5 ? 'yes' : '' }));
	const { json } = await summary(rows, { parameters: { consent: 'field', consentAt: '={{ $json.agreedAt }}' } });
	expect(json.leftOut.map(({ count, to }) => [count, to.length])).toEqual([
		[25, 10],
		[3, 3],
	]);
	expect(json.leftOut[0]!.to[0]).toBe(rows[5]!.to);
});

test('where nothing is wrong the hint is no warning; where nothing goes out there is no sample', async () => {
	const good = await summary(people(3));
	expect(good.json).toMatchObject({ recipients: 3, ready: 3, leftOut: [] });
	expect(good.hints.map(({ type }) => type)).toEqual(['info']);
	itIsInKorea('2026-12-01 23:00');
	expect((await summary(people(3), { parameters: { night: 'skip' } })).json).toMatchObject({
		ready: 0,
		skipped: 3,
		sample: null,
	});
	expect((await summary(people(3))).json).toMatchObject({ ready: 0, held: 3, sample: expect.stringContaining('주말') });
	expect((await summary(people(3), { parameters: { night: 'fail' } })).json).toMatchObject({
		problems: 3,
		sample: null,
	});
});

test('the ceiling and On Error do not hold up a look', async () => {
	const rows = [...people(1500), { to: '없음' }];
	const { json } = await summary(rows, { node: { onError: 'stopWorkflow' } });
	expect(json).toMatchObject({ recipients: 1501, ready: 1500, problems: 1 });
});
