/**
 * Facts kakao-developers §7.2, from digests of the official page: its own tables were not at hand (§9.12). Where sources
 * differ the stricter, newer one stands. Characters, unless counted otherwise.
 */
export const SKILL_LIMITS = {
	parts: 3,
	quickReplies: 10,
	/** Above 500 KakaoTalk shows a "view all" link. */
	simpleText: 1_000,
	altText: 50,
	/** Title and description of a text card share the description's limit. */
	textCard: { title: 50, description: 400, inCarousel: 128 },
	basicCard: { title: 50, description: 230, inCarousel: 76 },
	commerceCard: { title: 30, description: 40, buttons: 3 },
	listCard: { items: 5, inCarousel: 4, buttons: 2 },
	itemCard: { items: 10, inCarousel: 5, itemTitle: 6 },
	carousel: { cards: 10, listCards: 5 },
	/** Too long labels are cut without a word. */
	buttons: { vertical: 3, horizontal: 2, label: 14, labelHorizontal: 8, fixedRatio: 2, verticalInGroup: 5 },
} as const;

/** Where the answer is shown: group chats know fewer parts and more buttons. */
export type Audience = 'person' | 'group';

/** Where a card stands. */
export interface Place {
	/** Prefix of fields, say `part 1, card 2: `. */
	where: string;
	inCarousel: boolean;
	audience: Audience;
}
