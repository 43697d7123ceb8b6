import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

import { webhookKeyOf } from '../../kakao/channel';
import { developersAccountOf } from '../shared/developersAccount';
import { liveMemory, trim, withStored } from '../shared/triggerMemory';

/** What the node keeps in the workflow's static data. */
export interface TriggerMemory extends IDataObject {
	known?: Known;
}

interface Known extends IDataObject {
	/** Ids of the latest events, oldest first. A text, because n8n wraps every object anew for each call. */
	seen: string;
}

interface Live {
	seen: Set<string>;
	/** One for all calls. */
	stored: Known;
	/** The key that Kakao's calls must hold. In the process only: it is the app's master key. */
	key: string;
	/** Epoch milliseconds when it was read from the credential. */
	readAt: number;
}

/** Repeats come within minutes. */
const SEEN = 1_000;
/** Milliseconds: reading a credential costs as much as an execution, and whoever likes can call. */
const TRUSTED = 10_000;

const liveOf = liveMemory((): Live => ({ seen: new Set(), stored: { seen: '' }, key: '', readAt: -Infinity }));

/** Notes an event in the process and in the static data. @returns whether it is heard for the first time */
export function isFirst(trigger: string, memory: TriggerMemory, eventId: string): boolean {
	const live = liveOf(trigger);
	live.seen = withStored(live.seen, memory.known?.seen ?? '');
	const id = encodeURIComponent(eventId);
	if (live.seen.has(id)) return false;
	live.seen.add(id);
	trim(live.seen, SEEN);
	live.stored.seen = [...live.seen].join(' ');
	memory.known = live.stored;
	return true;
}

/** The key that Kakao sends with its calls; empty when the credential has none. */
export async function webhookKey(context: IWebhookFunctions, trigger: string, now: number): Promise<string> {
	const live = liveOf(trigger);
	if (now - live.readAt < TRUSTED) return live.key;
	const { stored } = await developersAccountOf(context);
	Object.assign(live, { key: webhookKeyOf(stored), readAt: now });
	return live.key;
}
