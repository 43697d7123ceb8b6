import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

import { webhookKeyOf } from '../../kakao/channel';
import { developersAccountOf } from '../shared/developersAccount';
import { type Heard, liveMemory, nothingHeard, type StoredIds, unheard } from '../shared/triggerMemory';

/** What the node keeps in the workflow's static data. */
export interface TriggerMemory extends IDataObject {
	/** The latest events. */
	known?: StoredIds;
}

interface Live extends Heard {
	/** The key that Kakao's calls must hold. In the process only: it is the app's master key. */
	key: string;
	/** Epoch milliseconds when it was read from the credential. */
	readAt: number;
}

/** Repeats come within minutes. */
const SEEN = { live: 1_000, stored: 1_000 };
/** Milliseconds: reading a credential costs as much as an execution, and whoever likes can call. */
const TRUSTED = 10_000;

const liveOf = liveMemory((): Live => ({ ...nothingHeard(), key: '', readAt: -Infinity }));

/** Notes an event in the process and in the static data. @returns whether it is heard for the first time */
export const isFirst = (trigger: string, memory: TriggerMemory, eventId: string): boolean =>
	unheard(liveOf(trigger), memory, [{ id: eventId }], SEEN).length > 0;

/** The key that Kakao sends with its calls; empty when the credential has none. */
export async function webhookKey(context: IWebhookFunctions, trigger: string, now: number): Promise<string> {
	const live = liveOf(trigger);
	if (now - live.readAt < TRUSTED) return live.key;
	const { stored } = await developersAccountOf(context);
	Object.assign(live, { key: webhookKeyOf(stored), readAt: now });
	return live.key;
}
