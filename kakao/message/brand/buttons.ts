import type { Problem } from '../limits';
import type { Button } from '../template';
import { countProblem, missing, need, problem } from './problems';
import type { ButtonExtra, ButtonRule } from './rules';

const APP_LINK_CURES = {
	1: 'Give one of Android, iOS and mobile web.',
	2: 'Give two of Android, iOS and mobile web.',
	bothSchemes: 'Give the Android and the iOS link.',
} as const;

const leadsToApp = ({ linkMobile, schemeAndroid, schemeIos }: Button, needed: ButtonRule['appLink']): boolean =>
	needed === 'bothSchemes'
		? Boolean(schemeAndroid && schemeIos)
		: [linkMobile, schemeAndroid, schemeIos].filter(Boolean).length >= needed;

const FORM_NAMES = ['톡에서 예약하기', '톡에서 설문하기', '톡에서 응모하기'];

/** What a dealer would refuse about the buttons of a message or card. @param where `card 2: `, or empty */
export function buttonProblems(
	where: string,
	buttons: readonly Button[],
	rule: ButtonRule,
	coupon: boolean,
): Problem[] {
	const max = coupon ? rule.maxWithCoupon : rule.max;
	return [
		...countProblem(`${where}buttons`, buttons.length, { min: rule.min, max }),
		...placeProblems(where, buttons, rule.addChannel),
		...buttons.flatMap((button, at) => [
			...oneButton(`${where}button ${at + 1}`, button, rule),
			...extraProblems(`${where}button ${at + 1}`, button, rule),
		]),
	];
}

/**
 * Where "add channel" and a business form stand. NHN's guide says of the form only that it comes first; its codes (-3330,
 * -3336 to -3338) tell the layouts apart.
 */
function placeProblems(where: string, buttons: readonly Button[], addChannel: ButtonRule['addChannel']): Problem[] {
	const last = buttons.length - 1;
	const belowEachOther = addChannel === 'first';
	const withChannel = buttons.some(({ type }) => type === 'AC');
	const formPlace = belowEachOther ? (withChannel ? 1 : 0) : withChannel ? 0 : last;
	const stray = (wanted: Button['type'], place: number) =>
		buttons.some(({ type }, at) => type === wanted && at !== place);
	const cure = 'Keep one, and move it there.';
	return [
		...(stray('AC', belowEachOther ? 0 : last)
			? [problem(`${where}button "add channel"`, `must be the ${addChannel} one`, cure)]
			: []),
		...(stray('BF', formPlace)
			? [
					problem(
						`${where}button "business form"`,
						belowEachOther
							? 'must be the first one, or the second below "add channel"'
							: 'must be the last one, or the first before "add channel"',
						cure,
					),
				]
			: []),
	];
}

function oneButton(field: string, button: Button, { types, appLink }: ButtonRule): Problem[] {
	const { type, name } = button;
	if (!types.includes(type)) return [problem(field, `has type ${type}`, `Allowed here are ${types.join(', ')}.`)];
	if (type === 'WL' && !button.linkMobile) return [missing(`${field} mobile link`)];
	if (type === 'AL' && !leadsToApp(button, appLink))
		return [problem(field, 'is an app link with too few addresses', APP_LINK_CURES[appLink])];
	if (type === 'BF' && !FORM_NAMES.includes(name))
		return [problem(`${field} name`, `is "${name}"`, `A business form button is called ${FORM_NAMES.join(', ')}.`)];
	return type === 'AC' ? [] : need(`${field} name`, name);
}

const EXTRAS: readonly [ButtonExtra, string][] = [
	['chatEvent', 'bot event'],
	['chatExtra', 'bot metadata'],
	['bizFormKey', 'business form key'],
];

/** What a dealer has no field for it would refuse, or drop without a word. */
function extraProblems(field: string, { type, extra = {} }: Button, { types, extras }: ButtonRule): Problem[] {
	if (!types.includes(type)) return [];
	const wanted = type === 'BF' && extras.includes('bizFormKey') && !extra.bizFormKey;
	return [
		...EXTRAS.filter(([key]) => extra[key] && !extras.includes(key)).map(([, name]) =>
			problem(`${field} ${name}`, 'has no place at this dealer', 'Empty it.'),
		),
		...(wanted ? [missing(`${field} business form key`)] : []),
	];
}
