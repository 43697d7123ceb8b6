import type { Problem } from '../limits';
import type { Button } from '../template';
import { countProblem, missing, need, problem } from './problems';
import type { ButtonRule } from './rules';

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
	const place = rule.addChannel === 'first' ? 0 : buttons.length - 1;
	return [
		...countProblem(`${where}buttons`, buttons.length, { min: rule.min, max }),
		...(buttons.some(({ type }, at) => type === 'AC' && at !== place)
			? [problem(`${where}button "add channel"`, `must be the ${rule.addChannel} one`, 'Keep one, and move it there.')]
			: []),
		...buttons.flatMap((button, at) => oneButton(`${where}button ${at + 1}`, button, rule)),
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
	if (type === 'BF' && !button.extra?.bizFormKey) return [missing(`${field} business form key`)];
	return type === 'AC' ? [] : need(`${field} name`, name);
}
