import { countProblem, need, problem } from '../../message/brand/problems';
import type { Problem } from '../../message/limits';
import { addressProblem, lengthProblem, quickReplyProblems, thumbnailProblems } from './buttons';
import { cardProblems } from './cards';
import { SKILL_LIMITS, type Audience } from './limits';
import type { Card, Carousel, ContextValue, Part, SkillAnswer, Thumbnail } from './parts';

/** Everything that Kakao would refuse, cut or not show about an answer. */
export function answerProblems(answer: SkillAnswer, audience: Audience): Problem[] {
	const { parts, quickReplies = [], contexts = [], data, silent } = answer;
	const speechless = parts.length === 0 && !silent && contexts.length === 0 && data === undefined;
	return [
		...(speechless
			? [problem('answer', 'says nothing', 'Add a part, or choose to say nothing on purpose.')]
			: countProblem('parts', parts.length, { min: 0, max: SKILL_LIMITS.parts })),
		...(parts.length > 0 && silent
			? [problem('answer', 'says something and is to say nothing', 'Take the parts out, or let it speak.')]
			: []),
		...(parts.length === 0 && quickReplies.length > 0
			? [problem('quick replies', 'stand below nothing', 'Add a part above them.')]
			: []),
		...parts.flatMap((part, at) => partProblems(part, `part ${at + 1} `, audience)),
		...quickReplyProblems(quickReplies),
		...(audience === 'group' ? groupProblems(answer) : []),
		...contexts.flatMap(contextProblems),
	];
}

function partProblems(part: Part, where: string, audience: Audience): Problem[] {
	switch (part.type) {
		case 'simpleText':
			return [
				...need(`${where}text`, part.text.trim()),
				...lengthProblem(`${where}text`, part.text, SKILL_LIMITS.simpleText),
			];
		case 'simpleImage':
			return [
				...addressProblem(`${where}image`, part.imageUrl),
				...lengthProblem(`${where}image description`, part.altText, SKILL_LIMITS.altText),
			];
		case 'carousel':
			return carouselProblems(part, where, audience);
		default:
			return cardProblems(part, { where, inCarousel: false, audience });
	}
}

const WITHOUT_HEADER: ReadonlySet<Card['type']> = new Set(['textCard', 'listCard']);

function carouselProblems({ cards, header }: Carousel, where: string, audience: Audience): Problem[] {
	const type = cards[0]?.type;
	const { cards: most, listCards } = SKILL_LIMITS.carousel;
	const ratios = new Set(cards.map((card) => pictureOf(card)?.fixedRatio === true));
	return [
		...countProblem(`${where}cards`, cards.length, { min: 1, max: type === 'listCard' ? listCards : most }),
		...(cards.some((card) => card.type !== type)
			? [problem(`${where}cards`, 'are of several types', 'Use one type in a carousel.')]
			: []),
		...(ratios.size > 1
			? [problem(`${where}cards`, 'have pictures of several ratios', 'Keep the ratio in all of them, or in none.')]
			: []),
		...(header && type && WITHOUT_HEADER.has(type)
			? [problem(`${where}header`, `has no place above cards of the type ${type}`, 'Remove it.')]
			: []),
		...(header
			? [...need(`${where}header title`, header.title), ...thumbnailProblems(`${where}header image`, header.thumbnail)]
			: []),
		...cards.flatMap((card, at) =>
			cardProblems(card, { where: `${where}card ${at + 1} `, inCarousel: true, audience }),
		),
	];
}

const pictureOf = (card: Card): Thumbnail | undefined => ('thumbnail' in card ? card.thumbnail : undefined);

/** Facts kakao-developers §7.2, group chatbots. */
function groupProblems({ parts, quickReplies = [] }: SkillAnswer): Problem[] {
	const cure = 'Leave it out in group chats.';
	const has = (type: Part['type']) =>
		parts.some(
			(part) => part.type === type || (part.type === 'carousel' && part.cards.some((card) => card.type === type)),
		);
	return [
		...(quickReplies.length > 0 ? [problem('quick replies', 'are not shown in group chats', cure)] : []),
		...(has('commerceCard') ? [problem('commerce card', 'is not shown in group chats', cure)] : []),
		...(has('carousel') ? [problem('carousel', 'is not shown in group chats', cure)] : []),
	];
}

function contextProblems({ name, lifeSpan, ttl }: ContextValue, at: number): Problem[] {
	const field = `context ${at + 1}`;
	const whole = (value: number) => Number.isInteger(value) && value >= 0;
	return [
		...need(`${field} name`, name.trim()),
		...(whole(lifeSpan) ? [] : [problem(`${field} life span`, `is ${lifeSpan}`, 'Give a whole number; 0 forgets.')]),
		...(ttl === undefined || whole(ttl)
			? []
			: [problem(`${field} time to live`, `is ${ttl}`, 'Give whole seconds, or leave it empty.')]),
	];
}
