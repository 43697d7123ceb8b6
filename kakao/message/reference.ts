/**
 * A message's id is the pair of the dealer's request (or group) and the message within it, written `request/message`:
 * a cancel works on the request, a result on the message, and one id must serve both.
 */
export interface MessageReference {
	/** Empty when a person typed a bare message id. */
	request: string;
	message: string;
}

export const toMessageId = (request: string, message: string | number): string => `${request}/${message}`;

/** Reads `request/message`; a bare id is the message alone. */
export function parseMessageId(id: string): MessageReference {
	const [first = '', second] = id.trim().split('/', 2);
	return second === undefined ? { request: '', message: first } : { request: first, message: second };
}
