import { kstFormat } from '../message/kst';

const HOUR = 60 * 60_000;

/**
 * The day to which a consult is billed: Kakao's day runs from 04:00 to 03:59 in Korea, TalkBridge's from midnight
 * (facts consulttalk §2.1). `yyyy-MM-dd`.
 */
export const billingDay = (instant: number, startsAt: '04:00' | '00:00'): string =>
	kstFormat(instant - (startsAt === '04:00' ? 4 * HOUR : 0), 'yyyy-MM-dd');
