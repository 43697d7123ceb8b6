import { object, text } from '../../partner/json';

export interface Header {
	code: string;
	message: string;
	isSuccessful: boolean;
}

/** The envelope of every NHN answer. The HTTP status says nothing: judge by `isSuccessful` (facts §1.1). Undefined = not NHN's answer. */
export function readHeader(body: unknown): Header | undefined {
	const header = object(object(body).header);
	if (typeof header.isSuccessful !== 'boolean') return undefined;
	return {
		code: text(header.resultCode) ?? '',
		message: text(header.resultMessage) ?? '',
		isSuccessful: header.isSuccessful,
	};
}
