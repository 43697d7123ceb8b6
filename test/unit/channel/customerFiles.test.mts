import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';

import {
	createFile,
	fileProblems,
	listFiles,
	PRESET_COLUMNS,
	readCustomer,
	readFileId,
	type Column,
	type NewFile,
} from '../../../kakao/channel';
import type { Reply } from '../../../kakao/delivery/conversation';
import type { Reason } from '../../../kakao/message/outcome';
import { DealerFailure } from '../../../kakao/partner/failure';
import { answer, lost, requestsOf, talk } from '../support/wires.mts';
import { error } from './fixtures.mts';

const number = (name: string): Column => ({ name, type: 'number' });
const string = (name: string): Column => ({ name, type: 'string' });
const COLUMNS = [string('생년월일'), string('성별'), number('age')];
const NEW = { channelId: '_ZeUTxl', name: 'customers-2026-01', columns: COLUMNS };
const LISTED = {
	empty_slot: 28,
	using_slot: 2,
	results: [
		{
			file_id: 437,
			file_name: 'customers-2026-01',
			status: 'using',
			update_at: '2020-01-31 12:30:20',
			schema: '{"생년월일":"string","성별":"string","age":"number"}',
		},
		{ file_id: 438, file_name: 'empty', schema: {} },
	],
};

/** Why no file is made. */
function refusedWith(file: NewFile, replies: Reply[]): Reason {
	try {
		talk(createFile(file), replies);
	} catch (error) {
		if (error instanceof DealerFailure) return error.reason;
		throw error;
	}
	throw new Error('a file was made');
}

describe('a schema that can never be changed is right before it is made', () => {
	test('the ten presets pass as they are', () => {
		expect(PRESET_COLUMNS).toHaveLength(10);
		expect(fileProblems('f', PRESET_COLUMNS)).toEqual([]);
	});

	test.each([
		['f', [], /allowed are 1 to 30/],
		['f', Array.from({ length: 31 }, (_, at) => number(`c${at}`)), /allowed are 1 to 30/],
		['f', [number('a'), number(' a ')], /twice/],
		['f', [number('')], /empty/],
		[' ', [number('a')], /empty/],
		['f', [string('memo')], /cannot filter/],
		['f', [number('연령')], /preset column and a text/],
		['f', [string('최근구매일')], /almost a preset/],
	])('%s %j', (name, columns, words) => {
		expect(fileProblems(name, columns)).toMatchObject([{ text: expect.stringMatching(words) }]);
	});

	test('whoever knows better about types may go on', () => {
		expect(fileProblems('f', [string('memo'), number('연령')], true)).toEqual([]);
	});

	test('it travels as JSON, and the number of the file comes back', () => {
		const { result, wishes } = talk(createFile(NEW), [answer('{"file_id":437}')]);
		expect(result).toBe('437');
		expect(requestsOf(wishes)).toEqual([
			{
				method: 'POST',
				path: '/v1/talkchannel/create/target_user_file',
				body: {
					channel_public_id: '_ZeUTxl',
					file_name: 'customers-2026-01',
					schema: { 생년월일: 'string', 성별: 'string', age: 'number' },
				},
			},
		]);
	});

	test('a lost answer does not make a second file', () => {
		const { result, wishes } = talk(createFile(NEW), [lost, answer(LISTED)]);
		expect(result).toBe('437');
		expect(requestsOf(wishes).map(({ method }) => method)).toEqual(['POST', 'GET']);
		const other = { ...NEW, columns: [number('other')] };
		expect(refusedWith(other, [lost, answer(LISTED)])).toMatchObject({ kind: 'service', retryable: true });
	});

	test.each([
		['the answer', lost],
		['an internal error', answer(error(-815), 400)],
	])('after %s is lost on the way, a list that cannot be had leaves it unknown whether there is a file', (_, reply) => {
		const reason = refusedWith(NEW, [reply, answer(error(-7), 400)]);
		expect(reason).toMatchObject({
			kind: 'unknown',
			text: expect.stringMatching(/may have been made/),
			advice: expect.stringMatching(/^List the customer files/),
		});
		expect(talk(createFile(NEW), [reply, answer(LISTED)]).result).toBe('437');
	});

	test('a code of tomorrow does not pass somebody else’s file off as the new one', () => {
		expect(refusedWith(NEW, [answer(error(-820), 400)])).toMatchObject({ code: '-820' });
	});

	test.each([
		[answer(error(-817, 'INVALID_FILE_NAME'), 400), /taken.*INVALID_FILE_NAME/],
		[answer(error(-818), 400), /30 customer files/],
		[answer('{}'), /names no file/],
	])('%j is told in words', (reply, words) => {
		expect(() => talk(createFile(NEW), [reply])).toThrow(words);
	});

	test('a web page in place of an answer is told as that', () => {
		expect(() => talk(createFile(NEW), [answer('<html>'), answer('<html>')])).toThrow(/form/);
	});
});

describe('the list of files tells what can be filled', () => {
	test('numbers, slots and columns, whether the schema is a text or an object', () => {
		const { result, wishes } = talk(listFiles('_ZeUTxl'), [answer(JSON.stringify(LISTED))]);
		expect(requestsOf(wishes)[0]!.path).toBe('/v1/talkchannel/target_user_file?channel_public_id=_ZeUTxl');
		expect(result).toMatchObject({ used: 2, free: 28 });
		expect(result.files).toEqual([
			{ id: '437', name: 'customers-2026-01', status: 'using', updatedAt: '2020-01-31 12:30:20', columns: COLUMNS },
			{ id: '438', name: 'empty', status: null, updatedAt: null, columns: null },
		]);
	});

	test.each([['437'], [437], [' 437 ']])('file %j', (id) => {
		expect(readFileId(id)).toEqual({ value: '437' });
	});

	test.each([['customers'], [''], [null], ['0'], ['9'.repeat(16)]])('no file %j', (id) => {
		expect(readFileId(id)).toHaveProperty('problems');
	});
});

describe('a row of a table becomes a user of the file', () => {
	const read = (values: Record<string, unknown>, columns = COLUMNS) => readCustomer('123', values, 'app', columns);

	test('columns are found by name, others stay out, empty ones are left out', () => {
		const columns = [...COLUMNS, string('최근 구매일'), string('지역')];
		const values = { 최근구매일: '2026-01-02', '#{성별}': '여자', age: '1,234', 지역: ' ', 메모: 'x' };
		for (const nothing of ['', null, undefined])
			expect(read({ ...values, 지역: nothing }, columns)).toEqual(read(values, columns));
		expect(read({ age: ' ', 성별: '여자' })).toEqual({ value: { id: '123', field: { 성별: '여자' } } });
		expect(read(values, columns)).toEqual({
			value: { id: '123', field: { 성별: '여자', age: 1234, '최근 구매일': '2026-01-02' } },
		});
	});

	test('dates are written as Korea dates them', () => {
		const night = '2026-01-01T16:00:00.000Z';
		for (const date of [new Date(night), DateTime.fromISO(night)])
			expect(read({ 생년월일: date })).toEqual({ value: { id: '123', field: { 생년월일: '2026-01-02' } } });
	});

	test('so are the texts that databases make of them, in the columns that hold dates', () => {
		const columns = [string('생년월일'), string('최근 구매일'), string('가입일'), string('응모일'), string('지역')];
		const values = {
			생년월일: '1990-01-01T15:00:00.000Z',
			최근구매일: '2026-01-02 23:30:00',
			가입일: '2026. 1. 2',
			응모일: '작년',
			지역: '2026-01-01T16:00:00.000Z',
		};
		expect(read(values, columns)).toMatchObject({
			value: {
				field: {
					생년월일: '1990-01-02',
					'최근 구매일': '2026-01-02',
					가입일: '2026-01-02',
					응모일: '작년',
					지역: '2026-01-01T16:00:00.000Z',
				},
			},
		});
	});

	test.each([
		[{ age: 'thirty' }, 'age', /not a number/],
		[{ age: '1e3' }, 'age', /not a number/],
		[{ age: '12345678901234567890' }, 'age', /too large/],
		[{ age: true }, 'age', /not a number/],
		[{ 성별: { a: 1 } }, '성별', /not a text/],
		[{ 성별: NaN }, '성별', /not a text/],
		[{ other: 1 }, 'columns', /no value/],
	])('%j is refused at %s', (values, field, words) => {
		expect(read(values)).toMatchObject({ problems: [{ field, text: expect.stringMatching(words) }] });
	});

	test.each([
		['010-1234-5678', '821012345678'],
		['+82 10 1234 5678', '821012345678'],
		['+81 90-1234-5678', '819012345678'],
	])('phone %s', (phone, id) => {
		expect(readCustomer(phone, { age: 1 }, 'phone', COLUMNS)).toEqual({ value: { id, field: { age: 1 } } });
	});

	test('a phone number is no user ID, and both faults are told at once', () => {
		expect(readCustomer('01012345678', { age: 'x' }, 'app', COLUMNS)).toMatchObject({
			problems: [{ field: 'User ID' }, { field: 'age' }],
		});
	});
});
