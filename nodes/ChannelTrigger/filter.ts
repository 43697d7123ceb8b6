import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import type { ChannelEvent } from '../../kakao/channel';
import { type Channel, readChannel } from '../../kakao/message/channelId';
import type { Problem } from '../../kakao/message/limits';
import { problemsOf } from '../../kakao/message/made';
import { listed } from '../shared/incoming';

/** What starts the workflow. */
export interface EventFilter {
	events: ReadonlySet<string>;
	/** Null lets every channel through. */
	channels: readonly Channel[] | null;
}

type Context = IWebhookFunctions | IHookFunctions;

const typed = (context: Context): string[] => listed(context.getNodeParameter('filters.channels', ''));

/** What is wrong with the channels that were typed. */
export const channelProblems = (context: Context): Problem[] => problemsOf(...typed(context).map(readChannel));

/** A channel that cannot be read lets nothing through; activating the workflow has told of it. */
export function readFilter(context: Context): EventFilter {
	const names = typed(context);
	const channels = names.flatMap((each) => {
		const read = readChannel(each);
		return 'value' in read ? [read.value] : [];
	});
	return {
		events: new Set(context.getNodeParameter('events', []) as string[]),
		channels: names.length > 0 ? channels : null,
	};
}

/** Kakao calls for every channel of the app. Who leaves the app leaves no certain channel. */
export function isWanted({ event, channelId, searchId }: ChannelEvent, { events, channels }: EventFilter): boolean {
	if (!events.has(event)) return false;
	if (channels === null || event === 'unlinked') return true;
	const name = searchId?.normalize('NFC');
	return channels.some(({ kind, id }) => id === (kind === 'publicId' ? channelId : name));
}
