import type { BmsButton, BmsLinks } from './bms.mts';

const VARIABLE = /#\{[^{}]+\}/g;
/** A host with a dot in it, then only what may stand in an address unencoded (after S-SDK bmsConstraints.ts: "서버 URL 검증 regex와 일치"). */
const ADDRESS = /^https?:\/\/[\w@:%.+~#=-]{1,80}\.[a-z0-9]{1,64}(?![a-z0-9])[\w()@:%+.~#?&/=-]*$/i;
const BUTTON_TYPES: ReadonlySet<string> = new Set(['AC', 'WL', 'AL', 'BK', 'MD', 'BC', 'BT', 'BF']);

const isAddress = (link: string) => ADDRESS.test(link.replace(VARIABLE, 'x'));
const given = (link: string | null | undefined) => link !== null && link !== undefined && link.trim() !== '';
export const hasVariable = (text: string | null | undefined): boolean => text !== null && text !== undefined && /#\{[^{}]+\}/.test(text);

/** Web addresses must be ones; app schemes are not looked at. An empty text counts as a wrong address, not as none. */
export function linkProblem(links: BmsLinks | null | undefined): string | null {
	for (const field of ['linkPc', 'linkMobile'] as const) {
		const link = links?.[field];
		if (typeof link === 'string' && !isAddress(link)) return `${field} 값이 잘못되었습니다. 올바른 형식은 웹 링크 형식이어야 합니다.`;
	}
	return null;
}

export const imageLinkProblem = (link: string | null | undefined): string | null =>
	typeof link === 'string' && !isAddress(link)
		? 'imageLink 값이 잘못되었습니다. http:// 또는 https:// 로 시작하는 정상적인 주소를 올려주세요.'
		: null;

/** What a button needs by its own type; counts and name lengths depend on the layout. */
export function buttonProblem(button: BmsButton): string | null {
	if (!button.linkType || !BUTTON_TYPES.has(button.linkType)) return 'buttons.linkType 값이 잘못되었습니다.';
	// SOLAPI removes the name of AC itself.
	if (button.linkType !== 'AC' && !button.name) return 'buttons.name은 필수 값입니다.';
	if (hasVariable(button.name)) return 'button.name에는 변수를 사용할 수 없습니다.';
	if (button.linkType === 'WL' && !given(button.linkMobile)) return 'WL 타입 버튼은 linkMobile 값이 필수입니다.';
	if (button.linkType === 'AL' && ![button.linkMobile, button.linkAndroid, button.linkIos].some(given)) {
		return 'AL 타입 버튼은 linkMobile, linkAndroid, linkIos 중 하나 이상 필수입니다.';
	}
	return linkProblem(button);
}

/** "더보기" leads to the same place for everybody. */
export function tailProblem(tail: BmsLinks): string | null {
	if (!given(tail.linkMobile)) return 'carousel.tail.linkMobile은 필수 값입니다.';
	const varying = (['linkMobile', 'linkPc', 'linkAndroid', 'linkIos'] as const).find((field) => hasVariable(tail[field]));
	return varying ? `${varying}에는 변수를 사용할 수 없습니다.` : linkProblem(tail);
}

/** The head is linked as a whole or not at all. */
export function headLinkProblem(head: BmsLinks): string | null {
	const others = [head.linkPc, head.linkAndroid, head.linkIos].some((link) => typeof link === 'string');
	if (others && typeof head.linkMobile !== 'string') {
		return 'linkPc, linkAndroid, linkIos 중 하나라도 있으면 linkMobile 값이 필수입니다.';
	}
	return linkProblem(head);
}
