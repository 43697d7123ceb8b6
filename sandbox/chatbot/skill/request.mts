import type { PayloadKind } from '../behaviour.mts';
import type { Person } from '../people.mts';
import type { Bot, BotBlock } from '../types.mts';

/** What a skill call is about. */
export interface Asking {
	bot: Bot;
	block: BotBlock;
	person: Person;
	utterance: string;
	/** `extra` of the tapped button or quick reply. */
	clientExtra: object | null;
	params: Readonly<Record<string, string>>;
	contexts: readonly object[];
	callbackUrl: string | null;
	payload: PayloadKind;
}

/** Each name also in snake_case; `isFriend` is absent when the customer is none (facts 7.1, 8.2). */
function propertiesOf({ botUserKey, plusfriendUserKey, appUserId, isFriend }: Person): object {
	return {
		botUserKey, ...(isFriend && { isFriend }), plusfriendUserKey, bot_user_key: botUserKey, plusfriend_user_key: plusfriendUserKey,
		...(appUserId !== null && { appUserId, app_user_id: appUserId, appUserStatus: 'REGISTERED', app_user_status: 'REGISTERED' }),
	};
}

/** The builder's tester is nobody in KakaoTalk: `accountId`, no properties, a line break after the words. */
function userRequest({ block, person, utterance, callbackUrl, payload }: Asking): object {
	const isTester = payload === 'tester';
	const { id, name } = block;
	const { botUserKey } = person;
	if (payload === 'minimal') return { utterance, user: { id: botUserKey, type: 'botUserKey', properties: { botUserKey } } };
	return {
		timezone: 'Asia/Seoul', params: isTester ? { ignoreMe: 'true', surface: 'BuilderBotTest' } : { surface: 'Kakaotalk.plusfriend' },
		block: { id, name }, utterance: isTester ? `${utterance}\n` : utterance, lang: isTester ? null : 'ko',
		user: isTester ? { id: '123456', type: 'accountId', properties: {} } : { id: botUserKey, type: 'botUserKey', properties: propertiesOf(person) },
		// Callbacks cannot be tried in the builder (facts 7.3).
		...(callbackUrl !== null && !isTester && { callbackUrl }),
	};
}

const detail = (value: string) => ({ origin: value, value, groupName: '' });

/** The body of a skill call, as Kakao sends it (facts 7.1). */
export function skillBody(asking: Asking): string {
	const { bot, block, clientExtra, params, contexts, payload } = asking;
	const isMinimal = payload === 'minimal';
	const action = {
		id: `${block.id.slice(0, -3)}a${block.id.slice(-2)}`, name: `${block.name} 스킬`, params,
		detailParams: Object.fromEntries(Object.entries(params).map(([key, value]) => [key, detail(value)])),
	};
	return JSON.stringify({
		intent: { id: block.id, name: block.name, ...(!isMinimal && { extra: { reason: { code: 1, message: 'OK' } } }) },
		userRequest: userRequest(asking),
		bot: { id: payload === 'devChannel' ? `${bot.id}!` : bot.id, name: bot.name },
		action: isMinimal ? action : { ...action, clientExtra: clientExtra ?? (payload === 'tester' ? null : {}) },
		...(!isMinimal && { contexts }),
	});
}
