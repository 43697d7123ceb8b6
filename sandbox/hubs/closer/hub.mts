import { Hono } from 'hono';
import type { Happening, Opened } from '../../consult/core.mts';
import type { DealerEnv } from '../../dealers/contract.mts';
import type { Hub, HubFactory } from '../contract.mts';
import { Deliveries } from './deliveries.mts';
import { conversation, endUser, messages } from './wire.mts';

/** CLOSER: a webhook; its Open API is not public (facts 1.4, 2.7). */
export const closer: HubFactory = (tools): Hub => {
	const deliveries = new Deliveries(tools);
	/** Sessions in which an agent has spoken. */
	let connected = new Set<string>();

	const opened = ({ chat, session, again }: Opened) => {
		const at = session.lastCustomerAt;
		// The button tapped again within the same consult changes its parameters and calls nobody anew.
		if (again) return deliveries.event(chat, 'bot.conversation.updated', { conversation: conversation(chat, session, at) });
		deliveries.event(chat, chat.sessions.length === 1 ? 'bot.end_user.created' : 'bot.end_user.updated', { endUser: endUser(chat, at) });
		deliveries.event(chat, 'bot.conversation.created', { conversation: conversation(chat, session, at) });
		deliveries.event(chat, 'bot.conversation.agent_call_requested', { conversation: conversation(chat, session, at) });
	};
	const ended = ({ chat, session, reason }: Extract<Happening, { type: 'ended' }>) => {
		const at = session.endedAt ?? session.lastCustomerAt;
		const name = connected.has(session.id) ? 'agent_call_disconnected' : 'agent_call_cancelled';
		deliveries.event(chat, `bot.conversation.${name}`, { conversation: conversation(chat, session, at) });
		if (reason === 'idle') deliveries.event(chat, 'bot.conversation.deleted', { conversation: conversation(chat, session, at) });
		if (reason === 'customerLeft' || reason === 'customerBlocked') {
			deliveries.event(chat, 'bot.end_user.deleted', { endUser: { ...endUser(chat, at), deletedAt: at } });
		}
	};
	tools.world.consult.on('closer', (happening) => {
		const { chat } = happening;
		switch (happening.type) {
			case 'opened': return opened(happening);
			case 'ended': return ended(happening);
			case 'message':
				for (const message of messages(chat, happening.session, happening.message)) deliveries.event(chat, 'bot.message.received', { message });
				return;
			case 'answered': {
				const { session } = happening;
				const talk = conversation(chat, session, session.lastCustomerAt);
				if (!connected.has(session.id)) deliveries.event(chat, 'bot.conversation.agent_call_connected', { conversation: talk });
				connected.add(session.id);
				const sent = happening.messages.flatMap((one) => messages(chat, session, one));
				for (const message of sent) deliveries.event(chat, 'bot.message.sent', { message });
				return;
			}
			case 'deleted':
		}
	});
	const app = new Hono<DealerEnv>();
	app.all('*', (c) => c.json({ message: `no public API: ${c.req.method} ${c.req.path}` }, 404));
	return {
		id: 'closer',
		app,
		sends: () => false,
		gatewayBody: (status) => ({ message: `HTTP ${status}` }),
		setCallback: (callback) => {
			deliveries.address = callback;
		},
		get state() {
			return { callback: deliveries.address, domains: {}, stopped: deliveries.disabled ? 'three retries failed' : null, more: {} };
		},
		reset: () => {
			connected = new Set();
			deliveries.reset();
		},
	};
};
