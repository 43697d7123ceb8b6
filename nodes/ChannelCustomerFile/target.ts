import { readFileId, type FileTarget, type UserType } from '../../kakao/channel';
import { BadInput } from '../shared/badInput';
import { channelReader } from '../shared/channel';
import type { DevelopersAccount } from '../shared/developersAccount';
import type { Parameters } from '../shared/parameters';

/** By what users are known; the same for all items. */
export const userTypeOf = (parameters: Parameters): UserType =>
	parameters.stored('userType') === 'app' ? 'app' : 'phone';

/** A reader for the file that an item means. It throws BadInput for what is none. */
export function targetReader(parameters: Parameters, account: DevelopersAccount): (itemIndex: number) => FileTarget {
	const userType = userTypeOf(parameters);
	const channelAt = channelReader(parameters, account);
	const fileAt = parameters.locator('file', 'File');
	return (at) => {
		const fileId = readFileId(fileAt(at));
		if ('problems' in fileId) throw new BadInput(fileId.problems[0]!);
		return { channelId: channelAt(at), fileId: fileId.value, userType };
	};
}
