import { setTimeout as pause } from 'node:timers/promises';
import { streamSSE } from 'hono/streaming';
import type { Context } from 'hono';
import type { SandboxEvent } from '../world/types.mts';
import type { World } from '../world/world.mts';

const FLUSH_MS = 100;
const EVENTS_PER_FLUSH = 200;
/** Beyond this the oldest unsent events are dropped; the page fetches what it shows anyway. */
const WAITING_MAX = 20_000;

/** Events about the same thing replace each other while they wait. */
function subject(event: SandboxEvent): string {
	switch (event.type) {
		case 'message': return `message ${event.message.to}`;
		case 'refused': return `refused ${event.refused.to}`;
		case 'consult': return event.chat ? `consult ${event.chat.number} ${event.chat.channel}` : 'consult channels';
		case 'phone': return `phone ${event.phone.number}`;
		case 'relation': return `relation ${event.relation.number} ${event.relation.channel}`;
		case 'chatbot': return event.conversation ? `chatbot ${event.conversation.number} ${event.conversation.botId}` : 'chatbot bots';
		case 'developers': return 'developers';
		case 'reset': return 'reset';
	}
}

/**
 * `GET /api/events`: what happens, as server-sent events, ten flushes a second. Of many messages to one phone within a
 * flush only the newest is told: an event says "look again", it is not a log.
 */
export function eventStream(world: World, c: Context, closing: AbortSignal): Response {
	return streamSSE(c, async (stream) => {
		const waiting = new Map<string, SandboxEvent>();
		const stopListening = world.bus.listen((event) => {
			if (event.type === 'reset') waiting.clear();
			const key = subject(event);
			waiting.delete(key);
			waiting.set(key, event);
			if (waiting.size > WAITING_MAX) for (const oldest of waiting.keys()) { waiting.delete(oldest); break; }
		});
		stream.onAbort(() => { stopListening(); });
		let idle = 0;
		await stream.write(': the local Kakao is here\n\n');
		while (!stream.aborted && !closing.aborted) {
			await pause(FLUSH_MS);
			const batch = [...waiting].slice(0, EVENTS_PER_FLUSH);
			for (const [key, event] of batch) {
				waiting.delete(key);
				await stream.writeSSE({ event: event.type, data: JSON.stringify(event) });
			}
			// A comment now and then keeps proxies from closing a quiet stream.
			idle = batch.length > 0 ? 0 : idle + FLUSH_MS;
			if (idle >= 15_000) {
				idle = 0;
				await stream.write(': still here\n\n');
			}
		}
		stopListening();
	});
}
