import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { relationships, relationshipsAtOnce, USERS_PER_CALL } from '../../../kakao/channel';
import type { DealerRequest } from '../../../kakao/delivery/conversation';
import { answer, requestsOf, scriptedWire, talk } from '../support/wires.mts';
import { error, INSUFFICIENT_SCOPES } from './fixtures.mts';

const userId = fc.bigInt({ min: 1n, max: 9_223_372_036_854_775_807n }).map(String);
const RELATIONS = ['ADDED', 'BLOCKED', 'NONE'] as const;
const WORDS = { ADDED: 'added', BLOCKED: 'blocked', NONE: 'none' } as const;

type Fate = (typeof RELATIONS)[number] | 'notConsented' | 'unlinked' | 'silent';
const OUTCOMES = { ...WORDS, notConsented: 'notConsented', unlinked: 'unknownUser', silent: 'unknown' } as const;

/** Kakao in few lines: bare 64-bit numbers, any order, and as rude about single users as told. */
function kakao(fates: ReadonlyMap<string, Fate>, rude: boolean) {
	return ({ path }: DealerRequest) => {
		const query = new URL(path, 'https://kapi.kakao.com').searchParams;
		const single = query.get('target_id');
		const ids = (single ?? query.get('target_ids') ?? '').split(',');
		if (ids.length > USERS_PER_CALL) return answer(error(-2), 400);
		const rows = ids.map((id) => rowOf(id, fates.get(id) ?? 'unlinked'));
		const refusal = rows.find(({ body }) => body === null)?.refusal;
		if (refusal && (single !== null || rude)) return refusal;
		const bodies = rows.flatMap(({ body }) => body ?? []).reverse();
		return answer(single === null ? `[${bodies.join(',')}]` : bodies[0]);
	};
}

function rowOf(id: string, fate: Fate) {
	if (fate === 'notConsented') return { body: null, refusal: answer(INSUFFICIENT_SCOPES, 403) };
	if (fate === 'unlinked') return { body: null, refusal: answer(error(-101), 400) };
	if (fate === 'silent') return { body: `{"user_id":${id}}` };
	return { body: `{"user_id": ${id}, "channels": [{"channel_public_id":"_c","relation":"${fate}"}]}` };
}

const fate = fc.constantFrom<Fate>(...RELATIONS, 'notConsented', 'unlinked', 'silent');

describe('however many are asked about, each gets their own answer', () => {
	test('any users, any fate, in the order asked, twins included', () => {
		fc.assert(
			fc.property(
				fc.uniqueArray(fc.tuple(userId, fate), { maxLength: 450, selector: ([id]) => id }),
				fc.array(fc.nat(), { maxLength: 20 }),
				fc.boolean(),
				(people, twins, rude) => {
					const ids = people.map(([id]) => id);
					const asked = [...ids, ...twins.flatMap((at) => ids[at % Math.max(ids.length, 1)] ?? [])];
					const fates = new Map(people);
					const { result } = talk(relationships(asked, ['_c'], Infinity), kakao(fates, rude));
					expect(result.map((each) => [each.userId, each.outcome])).toEqual(
						asked.map((id) => [id, OUTCOMES[fates.get(id)!]]),
					);
				},
			),
			{ numRuns: 60 },
		);
	});

	test('neighbours that differ in the last digit only are not mixed up', () => {
		fc.assert(
			fc.property(fc.bigInt({ min: 2n ** 53n, max: 2n ** 63n - 20n }), (start) => {
				const ids = Array.from({ length: 12 }, (_, at) => String(start + BigInt(at)));
				const fates = new Map(ids.map((id, at): [string, Fate] => [id, RELATIONS[at % 3]!]));
				const { result, wishes } = talk(relationships(ids, ['_c']), kakao(fates, false));
				expect(result.map(({ outcome }) => outcome)).toEqual(ids.map((_, at) => WORDS[RELATIONS[at % 3]!]));
				expect(wishes).toHaveLength(1);
			}),
		);
	});

	test('20,000 users take a hundred calls', () => {
		const ids = Array.from({ length: 20_000 }, (_, at) => String(9_000_000_000_000_000_000n + BigInt(at)));
		const fates = new Map(ids.map((id, at): [string, Fate] => [id, RELATIONS[at % 3]!]));
		const { result, wishes } = talk(relationships([...ids, ...ids], ['_c']), kakao(fates, false));
		expect(requestsOf(wishes)).toHaveLength(100);
		expect(result).toHaveLength(40_000);
		expect(result.every(({ userId, outcome }) => outcome === OUTCOMES[fates.get(userId)!])).toBe(true);
	});

	test('channels asked about one after another share what may go into asking alone', async () => {
		const { wire, asked } = scriptedWire(
			kakao(
				new Map([
					['1', 'silent'],
					['2', 'silent'],
				]),
				false,
			),
		);
		const allowance = { left: 3 };
		for (const channel of ['_c', '_d'])
			await relationshipsAtOnce(['1', '2'], [channel], wire, { parallel: 4, allowance });
		expect(asked.filter(({ path }) => path.includes('target_id='))).toHaveLength(3);
	});

	test('several calls at once give the same answers, and a wrong key stops them all', async () => {
		const ids = Array.from({ length: 1_001 }, (_, at) => String(at + 1));
		const fates = new Map(ids.map((id, at): [string, Fate] => [id, RELATIONS[at % 3]!]));
		const { wire, asked } = scriptedWire(kakao(fates, false));
		const found = await relationshipsAtOnce(ids, ['_c'], wire, { parallel: 4 });
		expect(found.map(({ userId, outcome }) => [userId, outcome])).toEqual(
			ids.map((id, at) => [id, WORDS[RELATIONS[at % 3]!]]),
		);
		expect(asked).toHaveLength(6);
		const locked = scriptedWire(() => answer(error(-401), 401));
		const none = await relationshipsAtOnce(ids, ['_c'], locked.wire, { parallel: 2 });
		expect(none.every(({ outcome }) => outcome === 'rejected')).toBe(true);
		expect(locked.asked.length).toBeLessThanOrEqual(2);
	});
});
