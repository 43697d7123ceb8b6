import { readChannelId } from '../../kakao/channel';
import { BadInput, textOf } from './badInput';
import type { DevelopersAccount } from './developersAccount';
import type { Parameters } from './parameters';

const NONE = {
	field: 'Channel',
	text: 'is empty, and the credential names none',
	cure: 'Fill in the public ID, the end of https://pf.kakao.com/_ZeUTxl, here or in the credential.',
};

/** A reader for the public ID of the channel that an item means. It throws BadInput for what is no such ID. */
export function channelReader(
	parameters: Parameters,
	{ channel: fallback }: Pick<DevelopersAccount, 'channel'>,
): (itemIndex: number) => string {
	const channel = parameters.column('channel', 'Channel');
	return (at) => channelIdOf(textOf(channel(at), 'Channel').trim() || fallback);
}

/** @throws BadInput */
export function channelIdOf(given: string): string {
	if (given === '') throw new BadInput(NONE);
	const read = readChannelId(given);
	if ('value' in read) return read.value;
	throw new BadInput({ ...read.problems[0]!, field: 'Channel' });
}
