import type { BrandRules } from './brand/rules';
import type { AlimTalkLimits } from './limits';
import type { ScheduleRule } from './schedule';

/** Facts that differ between dealers and that the nodes show or check. */
export interface Capabilities {
	alimTalkLimits: AlimTalkLimits;
	/** Requests under way at once for one credential. */
	parallelRequests: number;
	/** Sends to numbers outside Korea. */
	overseas: boolean;
	schedule: ScheduleRule;
	fallback: { senderRequired: boolean };
	/** How many days back results can be asked for. */
	reportDays: number;
	/** What a cancel takes back: one message, or everything that went in the same request. */
	cancels: 'message' | 'request';
	/** Whether the dealer carries our key, so that results and reports name it. */
	carriesKey: boolean;
}

/** The same about a dealer's Brand Messages. */
export interface BrandCapabilities {
	freeForm: BrandRules;
	/** Lengths of a template once it is filled in. */
	template: BrandRules;
	/** Whether a template's variable can have another value in each card of a carousel. */
	valuesPerCard: boolean;
	/** Whether one request carries free-form texts that differ by recipient. Without it each text is a request of its own. */
	freeFormByRecipient: boolean;
	/** Whether a message replaces the opt-out number that is registered for the channel. */
	unsubscribe: boolean;
	/** Which form of message an SMS can replace, and how its opt-out line must read where that is prescribed. */
	fallback: { freeForm: boolean; template: boolean; optOutLine?: { pattern: RegExp; example: string } };
	/** Whether a message can come without a sound. */
	silent: boolean;
	/** Advertising is refused from and until, minutes after midnight in Korea. */
	night: { from: number; until: number };
	/** The dealer takes one Brand Message per number and day. */
	onePerDay: boolean;
}
