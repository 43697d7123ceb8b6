import type { Chat } from './chat.mts';
import { billingDay, DAY_MS } from './clock.mts';
import type { ConsultCore } from './core.mts';
import { notice } from './notices.mts';
import type { ConsultEntry, ConsultSession, EndReason } from './types.mts';

/** A session lives this long after the customer's last message (facts 2.1). */
export const IDLE_DAYS = 30;

/** The last thing the customer said in words (F1 `lastText`). */
function lastWords(chat: Chat): string {
	const last = chat.messages.findLast(({ from, bubble }) => from === 'customer' && bubble.kind === 'text');
	return last?.bubble.kind === 'text' ? last.bubble.text : '';
}

/** Ends the open session. @returns it, or null when none was open */
export function endSession(core: ConsultCore, chat: Chat, reason: EndReason): ConsultSession | null {
	const session = chat.open;
	if (!session) return null;
	core.say(chat, 'system', notice('ED'));
	session.endedAt = core.clock.iso();
	session.endReason = reason;
	core.tell({ type: 'ended', chat, session, reason });
	core.changed(chat);
	return session;
}

/** The open session; one that has lain idle for too long ends now. */
export function currentSession(core: ConsultCore, chat: Chat): ConsultSession | null {
	const session = chat.open;
	if (session && core.clock.now() - Date.parse(session.lastCustomerAt) > IDLE_DAYS * DAY_MS) {
		endSession(core, chat, 'idle');
		return null;
	}
	return session;
}

/** A consult takes place today; it is paid once a day, however often it is opened (facts 2.1). */
export function bill(core: ConsultCore, chat: Chat): void {
	chat.billedDays.add(billingDay(core.clock.now()));
}

/** Opens a session, or notes that the button was tapped again. Only customers can do that. */
export function openSession(core: ConsultCore, chat: Chat, entry: ConsultEntry | null): ConsultSession {
	const at = core.clock.iso();
	const lastText = lastWords(chat);
	let session = currentSession(core, chat);
	const again = session !== null;
	if (session) {
		session.entry = entry ?? session.entry;
		session.lastCustomerAt = at;
	} else {
		session = { id: core.ids.session(), entry, openedAt: at, lastCustomerAt: at, endedAt: null, endReason: null };
		chat.sessions.push(session);
		chat.withBot = false;
		core.say(chat, 'system', notice('ST'));
	}
	if (entry?.extra) chat.lastEntry = entry;
	bill(core, chat);
	core.tell({ type: 'opened', chat, session, entry, lastEntry: chat.lastEntry, lastText, again });
	core.changed(chat);
	return session;
}

/** The customer wrote: 30 days more. */
export function extendSession(core: ConsultCore, chat: Chat, session: ConsultSession): void {
	session.lastCustomerAt = core.clock.iso();
	bill(core, chat);
}
