import type { IWebhookFunctions } from 'n8n-workflow';

import type { ConsultEvent } from '../../kakao/consult/event';
import { listed } from '../shared/incoming';

/** What starts the workflow. Empty lists let everything through. */
export interface EventFilter {
	events: ReadonlySet<string>;
	senderKeys: ReadonlySet<string>;
	messageTypes: ReadonlySet<string>;
}

export function readFilter(context: IWebhookFunctions): EventFilter {
	return {
		events: new Set(context.getNodeParameter('events', []) as string[]),
		senderKeys: new Set(listed(context.getNodeParameter('filters.senderProfiles', ''))),
		messageTypes: new Set(context.getNodeParameter('filters.messageTypes', []) as string[]),
	};
}

/** Names under which a channel may be listed. */
export const channelNames = ({ channel }: ConsultEvent): string[] =>
	[channel.senderKey, channel.brandKey, channel.channelId].filter((name) => name !== '');

/**
 * Whether an event is wanted, before its words are known. What the flow itself has sent comes back from the hub and never
 * starts it: only hubs that tell an agent's words from ours let those through.
 */
export function isWanted(event: ConsultEvent, { events, senderKeys }: EventFilter): boolean {
	if (!events.has(event.event)) return false;
	if (event.event === 'message.echo' && event.message?.sentBy !== 'agent') return false;
	return senderKeys.size === 0 || channelNames(event).some((name) => senderKeys.has(name));
}

/** A picture with words counts as a picture and as a text. */
export function hasWantedType({ message }: ConsultEvent, { messageTypes }: EventFilter): boolean {
	if (messageTypes.size === 0 || !message) return true;
	const types = [message.type, ...message.attachments.map(({ type }) => type), ...(message.text ? ['text'] : [])];
	return types.some((type) => messageTypes.has(type));
}
