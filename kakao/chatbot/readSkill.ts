import { parseExactJson } from '../partner/exactJson';
import { list, object, text, type JsonObject } from '../partner/json';
import type { Named, SkillParameter, SkillRequest, SkillUser } from './skillRequest';

/**
 * Reads the body of a skill call; null for what is none. Fields may be added or missing at any time (facts
 * kakao-developers §7.1, trap 20), so everything but the user is optional.
 */
export function readSkill(rawBody: string): SkillRequest | null {
	const row = bodyOf(rawBody);
	const isValidation = row.userRequest === undefined && row.value !== undefined;
	const asked = isValidation ? row : object(row.userRequest);
	const user = object(asked.user);
	if (text(user.id) === undefined) return null;
	const params = object(asked.params);
	const surface = text(params.surface) ?? null;
	const action = object(row.action);
	return {
		schema: 'kakao.skill/1',
		kind: isValidation ? 'validation' : 'skill',
		utterance: (text(asked.utterance) ?? '').replace(/\n$/, ''),
		user: userOf(user, surface),
		groupKey: groupOf(object(asked.chat)),
		bot: botOf(object(row.bot)),
		block: named(asked.block),
		intent: named(row.intent),
		skill: named(action),
		params: textsOf(isValidation ? {} : action.params),
		details: detailsOf(object(action.detailParams)),
		clientExtra: object(action.clientExtra),
		contexts: list(row.contexts).map(contextOf),
		callbackUrl: text(asked.callbackUrl) ?? null,
		surface,
		isTest: surface?.startsWith('Builder') === true || text(user.type) === 'accountId',
		timezone: text(asked.timezone) ?? null,
		language: text(asked.lang) ?? null,
		validation: isValidation ? validationOf(row) : null,
	};
}

function bodyOf(rawBody: string): JsonObject {
	try {
		return object(parseExactJson(rawBody));
	} catch {
		// Not JSON, so no skill call.
		return {};
	}
}

/** Each property comes in two spellings, and may be there in one only. */
function userOf(user: JsonObject, surface: string | null): SkillUser {
	const properties = object(user.properties);
	const either = (camel: string, snake: string) => text(properties[camel]) ?? text(properties[snake]) ?? null;
	const friend = properties.isFriend ?? properties.is_friend;
	// Left out for those who are none; other surfaces leave it out always.
	const absent = surface?.toLowerCase() === 'kakaotalk.plusfriend' ? false : null;
	return {
		id: text(user.id) ?? '',
		idType: text(user.type) ?? '',
		botUserKey: either('botUserKey', 'bot_user_key') ?? (text(user.type) === 'botUserKey' ? text(user.id)! : null),
		plusfriendUserKey: either('plusfriendUserKey', 'plusfriend_user_key'),
		appUserId: either('appUserId', 'app_user_id'),
		appUserStatus: either('appUserStatus', 'app_user_status'),
		isFriend: friend === undefined || friend === null ? absent : String(friend) === 'true',
	};
}

const groupOf = (chat: JsonObject): string | null =>
	text(object(chat.properties).botGroupKey) ?? (text(chat.type) === 'botGroupKey' ? (text(chat.id) ?? null) : null);

function botOf(bot: JsonObject): SkillRequest['bot'] {
	const id = text(bot.id) ?? null;
	return { id: id?.replace(/!$/, '') ?? null, name: text(bot.name) ?? null, isDevelopment: id?.endsWith('!') === true };
}

function named(value: unknown): Named {
	const { id, name } = object(value);
	return { id: text(id) ?? null, name: text(name) ?? null };
}

const textsOf = (value: unknown): Record<string, string> =>
	Object.fromEntries(
		Object.entries(object(value)).map(([name, each]) => [
			name,
			typeof each === 'object' && each !== null ? JSON.stringify(each) : (text(each) ?? ''),
		]),
	);

const detailsOf = (details: JsonObject): Record<string, SkillParameter> =>
	Object.fromEntries(
		Object.entries(details).map(([name, each]) => {
			const { origin, value, groupName } = object(each);
			return [name, { origin: text(origin) ?? null, value: value ?? null, groupName: text(groupName) ?? null }];
		}),
	);

/** The inner shape of a parameter is not confirmed (U): `{value, resolvedValue}`, or the value itself. */
function contextOf(row: JsonObject): SkillRequest['contexts'][number] {
	const lifeSpan = Number(text(row.lifeSpan) ?? text(row.lifespan));
	return {
		name: text(row.name) ?? '',
		lifeSpan: Number.isFinite(lifeSpan) ? lifeSpan : null,
		params: Object.fromEntries(
			Object.entries(object(row.params)).map(([name, each]) => [name, object(each).value ?? each]),
		),
	};
}

function validationOf(row: JsonObject): SkillRequest['validation'] {
	const { origin, resolved } = object(row.value);
	return {
		origin: text(origin) ?? null,
		resolved: text(resolved) ?? null,
		isInSlotFilling: row.isInSlotFilling === true,
	};
}
