import { requireId } from '../../message/channelId';
import { type Made, problemsOf } from '../../message/made';
import { makeExtra, type Metadata } from './metadata';

/** Opens a consult from a link or a form (facts consulttalk §3). */
export const CONSULT_ADDRESS = 'https://bizmessage.kakao.com/chat/open';

/**
 * The link behind a consult button or QR code. It works only while ConsultTalk is contracted for the channel.
 * @param channel its search ID, as `readChannel` takes it
 */
export function consultLink(channel: string, metadata: Metadata = ''): Made<string> {
	const [id, extra] = [requireId(channel, 'searchId'), makeExtra(metadata)];
	const problems = problemsOf(id, extra);
	if (!('value' in id) || !('value' in extra)) return { problems };
	const query = extra.value === '' ? '' : `?extra=${extra.value}`;
	return { value: `${CONSULT_ADDRESS}/@${encodeURIComponent(id.value.slice(1))}${query}` };
}

/**
 * The link to the channel's chat, which carries no metadata; Kakao leads it to ConsultTalk where that is contracted.
 * @param channel its public ID, as `readChannel` takes it
 */
export function chatLink(channel: string): Made<string> {
	const id = requireId(channel, 'publicId');
	return 'value' in id ? { value: `https://pf.kakao.com/${id.value}/chat` } : id;
}
