import { countProblem, need, problem } from '../../message/brand/problems';
import type { Problem } from '../../message/limits';
import { addressProblem, buttonProblems, lengthProblem, thumbnailProblems } from './buttons';
import { SKILL_LIMITS, type Place } from './limits';
import type { BasicCard, Card, CommerceCard, ItemCard, ListCard, ListItem, TextCard } from './parts';

/** What Kakao would refuse, cut or not show about a card. */
export function cardProblems(card: Card, place: Place): Problem[] {
	switch (card.type) {
		case 'textCard':
			return textCardProblems(card, place);
		case 'basicCard':
			return basicCardProblems(card, place);
		case 'commerceCard':
			return commerceProblems(card, place);
		case 'listCard':
			return listProblems(card, place);
		case 'itemCard':
			return itemProblems(card, place);
		default:
			// Values reach this from expressions, which no compiler checks.
			return [problem(`${place.where}type`, 'is none that Kakao knows', 'Choose it from the list.')];
	}
}

const oneOfBoth = ({ title, description }: { title?: string; description?: string }, where: string): Problem[] =>
	title || description ? [] : [problem(`${where}card`, 'has neither title nor description', 'Fill one of them in.')];

function textCardProblems(card: TextCard, place: Place): Problem[] {
	const { where, inCarousel } = place;
	const limits = SKILL_LIMITS.textCard;
	return [
		...oneOfBoth(card, where),
		...lengthProblem(`${where}title`, card.title, limits.title),
		...lengthProblem(
			`${where}title and description`,
			`${card.title ?? ''}${card.description ?? ''}`,
			inCarousel ? limits.inCarousel : limits.description,
		),
		...buttonProblems(card, place),
	];
}

function basicCardProblems(card: BasicCard, place: Place): Problem[] {
	const { where, inCarousel } = place;
	const limits = SKILL_LIMITS.basicCard;
	return [
		...lengthProblem(`${where}title`, card.title, limits.title),
		...lengthProblem(`${where}description`, card.description, inCarousel ? limits.inCarousel : limits.description),
		...thumbnailProblems(`${where}image`, card.thumbnail),
		...buttonProblems(card, place, { fixedRatio: card.thumbnail.fixedRatio }),
	];
}

function commerceProblems(card: CommerceCard, place: Place): Problem[] {
	const { where } = place;
	const { title, description, buttons } = SKILL_LIMITS.commerceCard;
	const { price, discount, discountRate, discountedPrice } = card;
	return [
		...oneOfBoth(card, where),
		...lengthProblem(`${where}title`, card.title, title),
		...lengthProblem(`${where}description`, card.description, description),
		// An expression may give none, which no compiler checks.
		...amountProblem(`${where}price`, price ?? NaN),
		...amountProblem(`${where}discount`, discount, price),
		...amountProblem(`${where}discount rate`, discountRate, 100),
		...amountProblem(`${where}discounted price`, discountedPrice, price),
		...(discountRate !== undefined && discountedPrice === undefined
			? [problem(`${where}discount rate`, 'stands without the discounted price', 'Give the discounted price too.')]
			: []),
		...thumbnailProblems(`${where}image`, card.thumbnail),
		...buttonProblems(card, place, { min: 1, most: buttons, fixedRatio: card.thumbnail.fixedRatio }),
	];
}

const amountProblem = (field: string, amount: number | undefined, most = Number.MAX_SAFE_INTEGER): Problem[] =>
	amount === undefined || (Number.isInteger(amount) && amount >= 0 && amount <= most)
		? []
		: [problem(field, `is ${amount}`, `Give a whole number from 0${most < 1e15 ? ` to ${most}` : ''}.`)];

function listProblems(card: ListCard, place: Place): Problem[] {
	const { where, inCarousel } = place;
	const limits = SKILL_LIMITS.listCard;
	const max = inCarousel ? limits.inCarousel : limits.items;
	return [
		...need(`${where}header`, card.header),
		...countProblem(`${where}items`, card.items.length, { min: 1, max }),
		...card.items.flatMap((item, at) => listItemProblems(`${where}item ${at + 1}`, item)),
		...buttonProblems(card, place, { most: limits.buttons }),
	];
}

function listItemProblems(field: string, { title, imageUrl, link, action, messageText, blockId }: ListItem): Problem[] {
	return [
		...need(`${field} title`, title),
		...(imageUrl ? addressProblem(`${field} image`, imageUrl) : []),
		...(link ? addressProblem(`${field} link`, link) : []),
		...(link && action ? [problem(field, 'both opens an address and does something', 'Choose one of them.')] : []),
		...(action === 'message' ? need(`${field} message`, messageText) : []),
		...(action === 'block' ? need(`${field} block`, blockId) : []),
	];
}

function itemProblems(card: ItemCard, place: Place): Problem[] {
	const { where, inCarousel } = place;
	const limits = SKILL_LIMITS.itemCard;
	const max = inCarousel ? limits.inCarousel : limits.items;
	return [
		...countProblem(`${where}items`, card.items.length, { min: 0, max }),
		...card.items.flatMap(({ title }, at) => [
			...need(`${where}item ${at + 1} title`, title),
			...lengthProblem(`${where}item ${at + 1} title`, title, limits.itemTitle),
		]),
		...(card.head && card.profile
			? [problem(`${where}head`, 'stands together with a profile', 'Keep one of them.')]
			: []),
		...(card.thumbnail ? thumbnailProblems(`${where}image`, card.thumbnail) : []),
		...buttonProblems(card, place, { fixedRatio: card.thumbnail?.fixedRatio }),
	];
}
