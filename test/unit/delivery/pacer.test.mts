import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { Pacer, pacerFor } from '../../../kakao/delivery/pacer';
import { fakeClock } from '../support/wires.mts';

/** A task that ends when told to. */
function openTask<T>(value: T) {
	const { promise, resolve, reject } = Promise.withResolvers<T>();
	let started = false;
	const task = async () => {
		started = true;
		return await promise;
	};
	return { task, end: () => resolve(value), fail: () => reject(new Error('broken')), started: () => started };
}
const settle = async () => await new Promise<void>((resolve) => setImmediate(resolve));

describe('a credential never asks its dealer more at once than allowed', () => {
	test('the next one starts when one has ended, in the order they came', async () => {
		const pacer = new Pacer(2);
		const tasks = [1, 2, 3, 4].map(openTask);
		const runs = tasks.map(async ({ task }) => await pacer.run(task, fakeClock()));
		await settle();
		expect(tasks.map(({ started }) => started())).toEqual([true, true, false, false]);
		tasks[1]!.end();
		await settle();
		expect(tasks.map(({ started }) => started())).toEqual([true, true, true, false]);
		for (const { end } of tasks) end();
		expect(await Promise.all(runs)).toEqual([1, 2, 3, 4]);
	});

	test('whatever ends in whatever order, with errors among them: no place is taken twice and none is lost', async () => {
		const plan = fc.array(fc.record({ turns: fc.integer({ min: 3, max: 8 }), fails: fc.boolean() }), { maxLength: 30 });
		await fc.assert(
			fc.asyncProperty(plan, fc.integer({ min: 1, max: 5 }), async (tasks, parallel) => {
				const pacer = new Pacer(parallel);
				let underWay = 0;
				let most = 0;
				const work = async ({ turns, fails }: { turns: number; fails: boolean }) => {
					most = Math.max(most, ++underWay);
					for (let turn = 0; turn < turns; turn++) await Promise.resolve();
					underWay--;
					if (fails) throw new Error('broken');
				};
				const results = await Promise.allSettled(
					tasks.map(async (each) => await pacer.run(async () => await work(each), fakeClock())),
				);
				expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(
					tasks.filter(({ fails }) => fails).length,
				);
				expect(most).toBeLessThanOrEqual(parallel);
				expect(most).toBe(Math.min(parallel, tasks.length));
				expect(underWay).toBe(0);
			}),
		);
	});

	test('a task that throws gives its place back', async () => {
		const pacer = new Pacer(1);
		const broken = openTask(0);
		const first = pacer.run(broken.task, fakeClock());
		const second = pacer.run(async () => await Promise.resolve('sent'), fakeClock());
		broken.fail();
		await expect(first).rejects.toThrow('broken');
		expect(await second).toBe('sent');
	});
});

describe('while the dealer has asked to wait', () => {
	test('nothing is sent before the time is over', async () => {
		const clock = fakeClock(0);
		const pacer = new Pacer(3);
		pacer.closeUntil(5_000);
		expect(await pacer.run(async () => await Promise.resolve(clock.now()), clock)).toBe(5_000);
		expect(clock.slept).toEqual([5_000]);
		await pacer.run(async () => await Promise.resolve(), clock);
		expect(clock.slept).toEqual([5_000]);
	});

	test('a second, shorter request to wait does not open the door early', async () => {
		const clock = fakeClock(0);
		const pacer = new Pacer(1);
		pacer.closeUntil(5_000);
		pacer.closeUntil(1_000);
		expect(await pacer.run(async () => await Promise.resolve(clock.now()), clock)).toBe(5_000);
	});

	test('a door closed again during the wait is waited for again', async () => {
		const clock = fakeClock(0);
		const pacer = new Pacer(1);
		pacer.closeUntil(1_000);
		const sleep = async (milliseconds: number) => {
			if (clock.now() === 0) pacer.closeUntil(3_000);
			await clock.sleep(milliseconds);
		};
		expect(await pacer.run(async () => await Promise.resolve(clock.now()), { now: clock.now, sleep })).toBe(3_000);
	});
});

describe('somebody who cannot wait so long', () => {
	test('is told as soon as their time is over, however long the dealer has asked to wait', async () => {
		const clock = fakeClock(0);
		const pacer = new Pacer(1);
		pacer.closeUntil(120_000);
		const patient = {
			now: clock.now,
			sleep: async (milliseconds: number) =>
				await clock.sleep(Math.min(milliseconds, Math.max(8_000 - clock.now(), 0))),
			stopped: () => clock.now() >= 8_000,
		};
		expect(await pacer.run(async () => await Promise.resolve(clock.now()), patient)).toBe(8_000);
	});
});

describe('two flows with one credential', () => {
	test('share one pace, and two credentials do not', () => {
		expect(pacerFor('shared', 4)).toBe(pacerFor('shared', 4));
		expect(pacerFor('shared', 4)).not.toBe(pacerFor('another', 4));
	});

	test('a server with hundreds of credentials keeps those in use', () => {
		const used = pacerFor('in use', 4);
		for (let at = 0; at < 500; at++) {
			pacerFor(`passing ${at}`, 4);
			expect(pacerFor('in use', 4)).toBe(used);
		}
	});
});
