import type { IDataObject } from 'n8n-workflow';
import { describe, expect, test } from 'vitest';

import type { DealerId } from '../../sandbox/world/types.mts';
import { instantInKorea, itIsInKorea } from '../harness/clock.mts';
import { png, withFile } from '../harness/pictures.mts';
import { brandStage, people } from './brandKakao.mts';
import { outcomesOf, settled } from './helpers.mts';
import { jsonOf } from './kakao.mts';
import type { Seen, Verdict } from './proxy.mts';

const kakao = brandStage();

/** SOLAPI closes earlier: one of its codes says 20:00, and what it refuses at night is lost. */
const CLOSES: Record<DealerId, string> = { nhnCloud: '20:50', solapi: '20:00', naverSens: '20:50' };
const MORNING = '2026-12-02T08:00:00.000+09:00';

const lastMinute = (dealer: DealerId) => `2026-12-01 ${CLOSES[dealer] === '20:00' ? '19:59' : '20:49'}`;

/** A run that is still sending when the night begins. */
describe('a run that the night overtakes', () => {
	const isSend = ({ method, path }: Seen) => method === 'POST' && /(?:messages|\/send|\/schedule)$/.test(path);
	const scheduling = ({ path, body }: Seen) => path.endsWith('/schedule') || /"(?:requestDate|reserveTime)"/.test(body);

	/** Lets the night begin when so many requests of this kind are under way, and none of them answered. */
	async function overtaken(
		rows: IDataObject[],
		options: { dealer: DealerId; night: string; parameters?: IDataObject },
		when: { matches: (request: Seen) => boolean; nth: number; atOnce: number },
	) {
		const { dealer, night, parameters } = options;
		itIsInKorea(lastMinute(dealer));
		let count = 0;
		let begun = false;
		const late: Seen[] = [];
		const held: (() => void)[] = [];
		const judge = async (request: Seen): Promise<'pass'> => {
			if (begun) late.push(request);
			else if (when.matches(request)) {
				count += 1;
				if (count > when.nth - when.atOnce) {
					const all = new Promise<void>((resolve) => held.push(resolve));
					if (count === when.nth) {
						begun = true;
						itIsInKorea(`2026-12-01 ${CLOSES[dealer]}`);
						for (const release of held) release();
					}
					await all;
				}
			}
			return 'pass';
		};
		const run = await kakao.brand(rows, {
			dealer,
			judge,
			parameters: { text: '={{ $json.text }}', night, options: { maxRecipients: 5000 }, ...parameters },
		});
		expect(begun, 'night never began').toBe(true);
		return { run, late };
	}

	/** Twelve texts: as many requests at NHN Cloud, which has one text in each, four of them at once. */
	const texts = people(12).map((row, at) => ({ ...row, text: `특가 ${at}` }));
	const eighth = { matches: isSend, nth: 8, atOnce: 4 };

	test.each([
		['nhnCloud', texts, 8],
		// A hundred in each request.
		['naverSens', people(450).map((row) => ({ ...row, text: '특가' })), 400],
	] as const)(
		'at %s nothing is asked for after 20:50 but to schedule: what is left is held',
		async (dealer, rows, before) => {
			const when = dealer === 'nhnCloud' ? eighth : { matches: isSend, nth: 4, atOnce: 4 };
			const { run, late } = await overtaken([...rows], { dealer, night: 'hold' }, when);
			expect(run.error).toBeUndefined();
			expect(outcomesOf(run)).toEqual(rows.map((_, at) => (at < before ? 'accepted' : 'held')));
			expect(late.filter((request) => isSend(request) && !scheduling(request))).toEqual([]);
			const messages = await kakao.shown();
			expect(rows.map(({ to }) => messages[to]!.scheduledAt && Date.parse(messages[to]!.scheduledAt))).toEqual(
				rows.map((_, at) => (at < before ? null : instantInKorea('2026-12-02 08:00'))),
			);
			expect(jsonOf(run.outputs[0]).at(-1)).toMatchObject({ scheduledAt: MORNING, reason: { code: 'night' } });
			expect(run.hints.map(({ message }) => message).join()).toContain(
				`${rows.length - before} of ${rows.length} messages did not go out now`,
			);
		},
	);

	test('with "Skip" what is left is left out', async () => {
		const { run, late } = await overtaken(texts, { dealer: 'nhnCloud', night: 'skip' }, eighth);
		expect(outcomesOf(run)).toEqual(texts.map((_, at) => (at < 8 ? 'accepted' : 'skipped')));
		expect(late).toEqual([]);
		expect(await kakao.messages()).toHaveLength(8);
	});

	test('with "Stop" what has gone out stays told: the rest comes out refused, the node does not fail', async () => {
		const { run, late } = await overtaken(texts, { dealer: 'nhnCloud', night: 'fail' }, eighth);
		expect(run.error).toBeUndefined();
		expect(outcomesOf(run)).toEqual(texts.map((_, at) => (at < 8 ? 'accepted' : 'rejected')));
		expect(run.hints.map(({ message }) => message).join()).toContain('4 of 12 messages were not accepted');
		expect(late).toEqual([]);
	});

	test('at SOLAPI a group that was filled but not sent by 20:00 never goes out; its messages are scheduled in another', async () => {
		const when = {
			matches: ({ method, path }: Seen) => method === 'PUT' && path.endsWith('/messages'),
			nth: 1,
			atOnce: 1,
		};
		const { run, late } = await overtaken(texts, { dealer: 'solapi', night: 'hold' }, when);
		expect(outcomesOf(run)).toEqual(Array(12).fill('held'));
		expect(late.filter(({ path }) => path.endsWith('/send'))).toEqual([]);
		await settled(kakao);
		const messages = await kakao.messages();
		expect(messages.map(({ state, scheduledAt }) => [state, Date.parse(scheduledAt!)])).toEqual(
			Array(12).fill(['scheduled', instantInKorea('2026-12-02 08:00')]),
		);
	});

	test('the upload of a picture takes its time as well: who is ready too late is held', async () => {
		const parameters = { kind: 'IMAGE', imageFrom: 'binary', image: 'data' };
		const when = { matches: ({ path }: Seen) => path.endsWith('/images'), nth: 1, atOnce: 1 };
		const item = withFile({ ...texts[0]! }, png(800, 400)) as unknown as IDataObject;
		const { run } = await overtaken([item], { dealer: 'nhnCloud', night: 'hold', parameters }, when);
		expect(jsonOf(run.outputs[0])).toMatchObject([{ outcome: 'held', scheduledAt: MORNING }]);
		expect((await kakao.messages())[0]).toMatchObject({ state: 'scheduled' });
	});

	test('a dealer that asks to wait until the night gets the messages for the morning', async () => {
		itIsInKorea('2026-12-01 20:49:59');
		let first = true;
		const judge = (request: Seen): Verdict => {
			if (!first || !isSend(request)) return 'pass';
			first = false;
			setTimeout(() => itIsInKorea('2026-12-01 20:50:01'), 300);
			return { status: 429, headers: { 'retry-after': '1' } };
		};
		const run = await kakao.brand(people(2), { judge, parameters: { night: 'hold' } });
		expect(outcomesOf(run)).toEqual(['held', 'held']);
		expect((await kakao.messages()).map(({ state }) => state)).toEqual(['scheduled', 'scheduled']);
	});
});
