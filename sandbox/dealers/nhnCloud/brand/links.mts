import type { Images, ImageKind } from '../../../world/images.mts';
import type { Links } from '../../../world/types.mts';
import { Refusal } from '../codes.mts';
import { LINK_LENGTH } from './limits.mts';

export const isWeb = (url: string): boolean => url.startsWith('http://') || url.startsWith('https://');

/** @throws Refusal -2000 for too long ones, -3310 for web links of another scheme */
export function checkLinks(path: string, { linkMobile, linkPc, schemeAndroid, schemeIos }: Links): void {
	if (linkMobile !== undefined && !isWeb(linkMobile)) throw new Refusal('-3310');
	if (linkPc !== undefined && !isWeb(linkPc)) throw new Refusal('-3310');
	for (const [name, link] of Object.entries({ linkMo: linkMobile, linkPc, schemeAndroid, schemeIos })) {
		if (link !== undefined && link.length > LINK_LENGTH) throw new Refusal('-2000', `${path}.${name}`, LINK_LENGTH);
	}
}

export function checkImageLink(path: string, link: string | null): void {
	if (link === null) return;
	if (!isWeb(link)) throw new Refusal('-3327');
	if (link.length > LINK_LENGTH) throw new Refusal('-2000', `${path}.imageLink`, LINK_LENGTH);
}

/** A picture must have been uploaded for its place: "…로 업로드된 이미지 URL 사용". @throws Refusal -3326, -8002 */
export function checkImage(images: Images, url: string, kind: ImageKind): void {
	if (!isWeb(url)) throw new Refusal('-3326');
	if (images.byUrl(url)?.kind !== kind) throw new Refusal('-8002');
}
