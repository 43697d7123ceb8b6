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
