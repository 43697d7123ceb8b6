import { DEALERS } from '../../../kakao/dealers/registry';
import type { BrandCapabilities } from '../../../kakao/message/capabilities';
import { KAKAO_NIGHT } from '../../../kakao/policy/night';

/** Names of the dealers whose Brand Messages can do something, for descriptions: the node itself knows no dealer. */
export const dealersThat = (can: (brand: BrandCapabilities) => boolean): string =>
	DEALERS.filter(({ brand }) => brand && can(brand.capabilities))
		.map(({ name }) => name)
		.join(', ');

const clock = (minutes: number): string =>
	[Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');

/** `20:50 to 08:00 Korean time (SOLAPI: from 20:00)` */
export function nightHours(): string {
	const usual = `${clock(KAKAO_NIGHT.from)} to ${clock(KAKAO_NIGHT.until)} Korean time`;
	const others = DEALERS.flatMap(({ name, brand }) =>
		brand && brand.capabilities.night.from !== KAKAO_NIGHT.from
			? [`${name}: from ${clock(brand.capabilities.night.from)}`]
			: [],
	);
	return others.length === 0 ? usual : `${usual} (${others.join(', ')})`;
}
