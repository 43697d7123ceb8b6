import type { Reply } from '../delivery/conversation';
import { parseExactJson } from './exactJson';

/**
 * An answer whose body came as text, read with its 64-bit numbers kept. The wire must hand the body on as text: once
 * parsed by anybody else the last digits are gone. A body that is no JSON stays the text it is.
 */
export function exactAnswer(reply: Reply): Reply {
	if (reply.kind !== 'answer' || typeof reply.body !== 'string') return reply;
	try {
		return { ...reply, body: parseExactJson(reply.body) };
	} catch {
		// A web page of a proxy, say: whoever reads the answer tells so.
		return reply;
	}
}
