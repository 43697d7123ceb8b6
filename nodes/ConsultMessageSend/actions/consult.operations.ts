import type { Notice } from '../../../kakao/consult/contract';
import { BadInput, textOf } from '../../shared/badInput';
import { Parameters } from '../../shared/parameters';
import type { Conversation } from '../../../kakao/delivery/conversation';
import { foundOut, planOf, type Done, type Operation } from '../plan';

const NOTICES: readonly Notice[] = ['S1', 'S2', 'S3', 'S4'];

/** One of Kakao's automatic notices; its words stand in the channel's settings. */
export const sendNotice: Operation = {
	ability: 'send notices',
	can: ({ capabilities }, desk) => capabilities.sends.notices && desk.sendNotice !== undefined,
	addresses: 'open',
	reader({ context, items, desk }) {
		const notice = new Parameters(context, items).column('notice', 'Notice');
		return (at) => {
			const given = notice(at);
			const chosen = NOTICES.find((each) => each === given);
			if (!chosen)
				throw new BadInput({
					field: 'Notice',
					text: `is "${String(given)}"`,
					cure: `Use one of ${NOTICES.join(', ')}.`,
				});
			return (target, serial) => planOf(() => desk.sendNotice!(target, chosen, serial));
		};
	},
};

export const endSession: Operation = {
	ability: 'end consults',
	can: () => true,
	addresses: 'open',
	reader({ context, items, hub, desk }) {
		const parameters = new Parameters(context, items);
		const ending = parameters.column('ending', 'Then');
		const botEvent = parameters.column('botEvent', 'Bot Event');
		return (at) => {
			const toBot = ending(at) === 'bot';
			if (toBot && !hub.capabilities.endsWithBot)
				throw new BadInput({
					field: 'Then',
					text: `is the chatbot, and ${hub.name} cannot hand over to it`,
					cure: 'End without the chatbot.',
				});
			const event = toBot ? textOf(botEvent(at), 'Bot Event').trim() : null;
			return (target) => planOf(() => desk.end(target, event));
		};
	},
};

const blocking = (blocked: boolean): Operation => ({
	ability: 'block customers',
	can: ({ capabilities }, desk) => capabilities.blocks && desk.block !== undefined,
	addresses: 'customer',
	reader:
		({ desk }) =>
		() =>
		(target) =>
			planOf(() => asDeed(desk.block!(target, blocked))),
});

/** That the consult has ended is no other way to go on here, but a reason why it was not done. */
function* asDeed(conversation: Conversation<Done>): Conversation<Done> {
	const done = yield* conversation;
	return done.outcome === 'sessionEnded' ? { ...done, outcome: 'rejected' } : done;
}

export const blockUser = blocking(true);
export const unblockUser = blocking(false);

/** Whether the customer's consult goes on, as the hub knows it. */
export const getSession: Operation = {
	ability: 'tell about sessions',
	can: (_hub, desk) => desk.session !== undefined,
	addresses: 'customer',
	reader:
		({ desk }) =>
		() =>
		(target) =>
			planOf(() => foundOut('session', desk.session!(target))),
};

/** The channel as the hub knows it. */
export const getProfile: Operation = {
	ability: 'tell about channels',
	can: (_hub, desk) => desk.profile !== undefined,
	addresses: 'channel',
	reader:
		({ desk }) =>
		() =>
		({ senderKey }) =>
			planOf(() => foundOut('profile', desk.profile!(senderKey))),
};
