import type { Message } from '../message';
import type { BrandContent, BrandTemplate } from './content';

/**
 * Who of the list is reached. I: friends of the channel. M: everyone who consented to the advertiser's advertising.
 * N: those of M who are not friends. M and N only for channels that Kakao has approved (facts §1.4).
 */
export type Targeting = 'I' | 'M' | 'N';

/** The free opt-out number (무료수신거부 080); digits. */
export interface Unsubscribe {
	number: string;
	/** Code that the caller types in, at most 9 digits; empty where the number needs none. */
	authNumber: string;
}

/** An advertisement. There is no switch for the ad label: KakaoTalk marks every Brand Message as (광고). */
export interface BrandMessage extends Message {
	/** Null = free-form. */
	template: BrandTemplate | null;
	/** By bare name; for one card of a carousel `name@2`, counted from 1. */
	variables: Readonly<Record<string, string>>;
	/** Finished. Dealers that fill in templates themselves get the variables instead. */
	content: BrandContent;
	targeting: Targeting;
	adult: boolean;
	/** Whether the phone makes itself heard. */
	pushAlarm: boolean;
	/** Null = the one registered for the channel. */
	unsubscribe: Unsubscribe | null;
}
