import type { IDataObject } from 'n8n-workflow';
import { describe, expect, test } from 'vitest';

import { brandStage, byField, people, reasonsOf, STRANGER, type RunBrand } from './brandKakao.mts';
import { DEALERS, outcomesOf, requests } from './helpers.mts';
import { jsonOf } from './kakao.mts';

const kakao = brandStage();

const arrived = async () => (await kakao.messages()).map(({ to }) => to).sort();
const textsOf = async (rows: IDataObject[], options: RunBrand) =>
	jsonOf((await kakao.brand(rows, options)).outputs[0]).map(
		({ reason }) => (reason as IDataObject | null)?.text ?? null,
	);

describe.each(DEALERS)('consent by a field at %s', (dealer) => {
	test('only those whose time of consent is known get it; the others are left out, each with the reason', async () => {
		const given: [unknown, string | null][] = [
			['2026-03-01', null],
			['2026-03-01 09:00', null],
			['2026-11-30T23:59:59Z', null],
			[1_790_000_000_000, null],
			[undefined, 'No consent to advertising is on record.'],
			[null, 'No consent to advertising is on record.'],
			['', 'No consent to advertising is on record.'],
			['yes', 'The consent field holds no date'],
			['Y', 'The consent field holds no date'],
			[true, 'The consent field holds no date'],
			['2026-12-01 14:01', 'The consent lies in the future.'],
			['2027-01-01', 'The consent lies in the future.'],
		];
		const rows = given.map(([agreedAt], at) => ({
			to: `010${11110000 + at}`,
			...(agreedAt !== undefined && { agreedAt }),
		})) as IDataObject[];
		const run = await kakao.brand(rows, { dealer, parameters: byField() });
		expect(run.error).toBeUndefined();
		expect(outcomesOf(run)).toEqual(given.map(([, why]) => (why === null ? 'accepted' : 'skipped')));
		jsonOf(run.outputs[0]).forEach(({ reason }, at) => {
			const why = given[at]![1];
			if (why === null) return expect(reason).toBeNull();
			return expect(reason).toMatchObject({
				code: 'noConsent',
				text: expect.stringContaining(why),
				advice: expect.stringContaining('정보통신망법'),
			});
		});
		expect(await arrived()).toEqual(rows.slice(0, 4).map(({ to }) => to));
		expect(run.hints).toMatchObject([
			{
				type: 'info',
				message: expect.stringMatching(
					/^8 of 12 messages did not go out now: 3 × No consent.* 3 × .*no date.* 2 × .*future/,
				),
			},
		]);
	});
});

describe('consent by a field', () => {
	test('one that is older than the law lets it be is left out, to the day', async () => {
		// It is 14:00 on 2026-12-01; 730 days before that is 2024-12-01 14:00.
		const rows = ['2024-12-01 13:59', '2024-12-01 14:00'].map((agreedAt, at) => ({ to: `0101111000${at}`, agreedAt }));
		const options = { parameters: { ...byField(), leaveOut: { consentDays: 730 } } };
		expect(await textsOf(rows, options)).toEqual(['The consent is older than 730 days.', null]);
		// Without the rule an old consent counts.
		expect(await textsOf(rows, { parameters: byField(), executionId: '2' })).toEqual([null, null]);
	});

	test.each([['={{ $json.days }}'], ['={{ "two years" }}'], ['={{ 0 }}'], ['={{ null }}'], ['={{ "" }}']])(
		'a rule about its age that cannot be read (%s) stops the run, and does not pass for none',
		async (consentDays) => {
			const rows = [{ to: '01011110000', agreedAt: '2001-01-01' }];
			const { error } = await kakao.brand(rows, { parameters: { ...byField(), leaveOut: { consentDays } } });
			expect(error?.message).toMatch(/^Consent Older Than \(Days\) is .*; nothing was sent$/);
			expect(await requests(kakao)).toEqual([]);
		},
	);

	test('a rule about its age may come from an expression, also as a text', async () => {
		const rows = [{ to: '01011110000', agreedAt: '2024-01-01', days: '730' }];
		const options = { parameters: { ...byField(), leaveOut: { consentDays: '={{ $json.days }}' } } };
		expect(await textsOf(rows, options)).toEqual(['The consent is older than 730 days.']);
	});

	test('a formula that fails for a row leaves that person out, and nobody else', async () => {
		const rows = [{ to: '01011110000', log: { at: '2026-01-01' } }, { to: '01011110001' }];
		const run = await kakao.brand(rows, { parameters: byField('={{ $json.log.at.toString() }}') });
		expect(outcomesOf(run)).toEqual(['accepted', 'skipped']);
	});

	// n8n itself looks at required fields before it runs a node by hand or by a trigger.
	test.each([{ consent: 'field', consentAt: '' }, { consent: 'field' }, { consent: undefined as unknown as string }])(
		'who forgets the law (%j) sends nothing: the workflow does not start',
		async (parameters) => {
			await expect(kakao.brand(people(2), { parameters })).rejects.toThrow('Parameter "Consent Given At" is required');
			expect(await requests(kakao)).toEqual([]);
		},
	);

	test('an expression that was only begun is no consent', async () => {
		const run = await kakao.brand(people(2), { parameters: byField('=') });
		expect(reasonsOf(run)).toEqual(['noConsent', 'noConsent']);
		expect(await requests(kakao)).toEqual([]);
	});

	test.each(['M', 'N'])('friendship is no consent for targeting %s, which reaches strangers', async (targeting) => {
		const { error } = await kakao.brand([{ to: STRANGER }], { parameters: { targeting } });
		expect(error?.message).toContain(`cannot be "Given by Adding the Channel" with Targeting ${targeting}`);
		expect(error?.message).toContain('Set it to "From a Field", or use Targeting I.');
		expect(await requests(kakao)).toEqual([]);
		const rows = [{ to: STRANGER, agreedAt: '2026-01-01' }];
		expect(outcomesOf(await kakao.brand(rows, { parameters: { targeting, ...byField() } }))).toEqual(['accepted']);
	});
});
