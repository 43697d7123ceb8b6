/** `clock`: Korean time decides; the others let anybody try night and day at any hour. */
export type NightMode = 'clock' | 'always' | 'never';

export const NIGHT_MODES = ['clock', 'always', 'never'] as const satisfies readonly NightMode[];

const KST_OFFSET_MINUTES = 9 * 60;
const DAY_MINUTES = 24 * 60;
const FROM = 20 * 60 + 50;
const UNTIL = 8 * 60;

/**
 * The hours in which advertising may not be sent: 20:50 to 08:00 Korean time (NHN friendtalkupgrade-overview.md, after
 * 정보통신망법 50조). Whether 20:50:00 itself still passes is undocumented; here it does not.
 */
export class Night {
	mode: NightMode;

	constructor(mode: NightMode) {
		this.mode = mode;
	}

	isNight(ms: number = Date.now()): boolean {
		if (this.mode !== 'clock') return this.mode === 'always';
		const minute = (Math.floor(ms / 60_000) + KST_OFFSET_MINUTES) % DAY_MINUTES;
		return minute >= FROM || minute < UNTIL;
	}
}
