import type { INodeProperties } from 'n8n-workflow';

/** Which channel is meant; read by `channelReader`. */
export const channel: INodeProperties = {
	displayName: 'Channel',
	name: 'channel',
	type: 'string',
	default: '',
	placeholder: 'e.g. _ZeUTxl or https://pf.kakao.com/_ZeUTxl',
	description:
		"The channel's public ID, which begins with _, or its address. Leave empty for the channel in the credential. The search ID (@name) does not work here.",
};
