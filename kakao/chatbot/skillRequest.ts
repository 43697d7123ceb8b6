/** A value that the bot took out of what the user wrote. */
export interface SkillParameter {
	/** As the user wrote it. */
	origin: string | null;
	/** What the bot made of it; system entities may give an object. */
	value: unknown;
	groupName: string | null;
}

export interface SkillUser {
	id: string;
	/** `botUserKey` in KakaoTalk, `accountId` in the builder's skill test. */
	idType: string;
	/** One person in one bot. */
	botUserKey: string | null;
	plusfriendUserKey: string | null;
	/** Service user ID (회원번호); only where the app uses Kakao Login or the bot asks for the profile. */
	appUserId: string | null;
	/** `REGISTERED`. */
	appUserStatus: string | null;
	/** Kakao leaves it out for who is none, and in tests and group chats; null where it cannot be told. */
	isFriend: boolean | null;
}

/** Something of the bot's. */
export interface Named {
	id: string | null;
	name: string | null;
}

/** A skill call, the same shape whether it comes from KakaoTalk, the builder's test or the check of a parameter. */
export interface SkillRequest {
	schema: 'kakao.skill/1';
	/** `validation`: only one parameter is to be checked while the bot asks for it. */
	kind: 'skill' | 'validation';
	/** Without the line break that the builder's test appends. */
	utterance: string;
	user: SkillUser;
	/** Group chats only. */
	groupKey: string | null;
	/** The id without the `!` of the development channel. */
	bot: Named & { isDevelopment: boolean };
	block: Named;
	intent: Named;
	skill: Named;
	/** Values may be texts of JSON, for plugins and system entities. */
	params: Readonly<Record<string, string>>;
	details: Readonly<Record<string, SkillParameter>>;
	/** What the pressed button or quick reply carried. */
	clientExtra: Readonly<Record<string, unknown>>;
	contexts: { name: string; lifeSpan: number | null; params: Readonly<Record<string, unknown>> }[];
	/** Where a late answer may go, once; null where the block has no callback. Not checked yet: see `callbackPlace`. */
	callbackUrl: string | null;
	/** `Kakaotalk.plusfriend`, `BuilderBotTest`. */
	surface: string | null;
	/** Called from the builder, not by a customer. */
	isTest: boolean;
	timezone: string | null;
	language: string | null;
	/** Of a validation: the value to be checked. */
	validation: { origin: string | null; resolved: string | null; isInSlotFilling: boolean } | null;
}
