import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { readSkill, verifySkill } from '../../../kakao/chatbot';
import { BOT_TESTER, BUILDER_TEST, GROUP_CHAT, ROOM, VALIDATION } from './fixtures.mts';

const readTalk = (properties: object, params: object = { surface: 'Kakaotalk.plusfriend' }) =>
	readSkill(
		JSON.stringify({ userRequest: { utterance: '안녕', params, user: { id: 'k', type: 'botUserKey', properties } } }),
	)!;

describe('a skill call is understood wherever it comes from', () => {
	test('the builder’s skill test', () => {
		expect(readSkill(BUILDER_TEST)).toEqual({
			schema: 'kakao.skill/1',
			kind: 'skill',
			utterance: '하이!',
			user: {
				id: '123456',
				idType: 'accountId',
				botUserKey: null,
				plusfriendUserKey: null,
				appUserId: null,
				appUserStatus: null,
				isFriend: null,
			},
			groupKey: null,
			bot: { id: '5fe45a6ddfbb1', name: '봇 이름', isDevelopment: false },
			block: { id: 's1sabfeglft2', name: '블록 이름' },
			intent: { id: 's1sabfeglft2g', name: '블록 이름' },
			skill: { id: '3f7ir2rgub3p', name: 'mbwnrkyh42' },
			params: { cate: '학사', when: 'yesterday', sys_text: '코로나', search: '소프트' },
			details: { sys_text: { origin: '코로나', value: '코로나', groupName: null } },
			clientExtra: {},
			contexts: [],
			callbackUrl: null,
			surface: null,
			isTest: true,
			timezone: 'Asia/Seoul',
			language: null,
			validation: null,
		});
	});

	test('the bot tester: without the line break it adds', () => {
		expect(readSkill(BOT_TESTER)).toMatchObject({
			utterance: '발화문',
			isTest: true,
			user: { botUserKey: 'key', isFriend: null },
		});
	});

	test('a group chat on the development channel', () => {
		expect(readSkill(GROUP_CHAT)).toMatchObject({
			groupKey: ROOM,
			bot: { id: '667e5382f2b2f84cb555091c', isDevelopment: true },
			user: { appUserId: '1234567890', isFriend: null },
			block: { id: null, name: null },
			isTest: false,
		});
	});

	test('the check of a parameter', () => {
		expect(readSkill(VALIDATION)).toMatchObject({
			kind: 'validation',
			utterance: '01000000000',
			user: { id: '0a1b2c3d', plusfriendUserKey: 'AbCdEfGhIjKl', appUserId: '1234567890', isFriend: true },
			surface: 'Kakaotalk.plusfriend',
			validation: { origin: '01000000000', resolved: '01000000000', isInSlotFilling: true },
		});
	});

	test('old spellings, 64-bit numbers and who is no friend', () => {
		expect(readTalk({ app_user_id: '1', plusfriend_user_key: 'p' }).user).toMatchObject({
			botUserKey: 'k',
			appUserId: '1',
			plusfriendUserKey: 'p',
			isFriend: false,
		});
		expect(readTalk({ isFriend: true }).user.isFriend).toBe(true);
		expect(readTalk({}, {}).user.isFriend).toBeNull();
		const bare = '{"userRequest":{"user":{"id":"k","properties":{"appUserId":1234567890123456789}}}}';
		expect(readSkill(bare)!.user.appUserId).toBe('1234567890123456789');
	});

	test('what a button carried, what the bot remembers, where a late answer may go', () => {
		const body = {
			userRequest: { user: { id: 'k' }, callbackUrl: 'https://bot-api.kakao.com/callback/x' },
			action: { clientExtra: { order: 'A-1' }, params: { sys_date: { date: '2026-01-01' } } },
			contexts: [{ name: 'cart', lifeSpan: 3, params: { size: { value: 'L', resolvedValue: 'L' }, plain: 'x' } }],
		};
		expect(readSkill(JSON.stringify(body))).toMatchObject({
			callbackUrl: 'https://bot-api.kakao.com/callback/x',
			clientExtra: { order: 'A-1' },
			params: { sys_date: '{"date":"2026-01-01"}' },
			contexts: [{ name: 'cart', lifeSpan: 3, params: { size: 'L', plain: 'x' } }],
		});
	});

	test.each(['', '{', '[]', 'null', '{}', '{"userRequest":{}}', '{"userRequest":{"user":{}}}', '{"value":1}'])(
		'%j is no skill call',
		(body) => {
			expect(readSkill(body)).toBeNull();
		},
	);

	test('nothing that is posted throws', () => {
		const anything = fc.json();
		fc.assert(fc.property(anything, (body) => void readSkill(body)));
		fc.assert(
			fc.property(fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), (params, action, contexts) => {
				const body = { userRequest: { user: { id: 'k', properties: params }, params }, action, contexts, bot: action };
				expect(readSkill(JSON.stringify(body))!.user.id).toBe('k');
			}),
		);
	});
});

describe('a stranger who finds the address starts nothing', () => {
	test.each([
		[{ 'x-skill-key': 's3cret' }, 's3cret', 'genuine'],
		[{ 'x-skill-key': 's3cre' }, 's3cret', 'forged'],
		[{ 'x-skill-key': 's3cret ' }, 's3cret', 'forged'],
		[{ 'x-other': 's3cret' }, 's3cret', 'forged'],
		[{}, 's3cret', 'forged'],
		[{ 'x-skill-key': '' }, '', 'forged'],
		[{}, '', 'forged'],
	])('%j against %j is %s', (headers, value, verdict) => {
		expect(verifySkill(headers as Record<string, string>, { name: 'X-Skill-Key', value })).toBe(verdict);
	});
});
