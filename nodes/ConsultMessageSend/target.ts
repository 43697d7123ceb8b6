import type { Hub } from '../../kakao/consult/contract';
import type { ReplyTarget } from '../../kakao/consult/event';
import { hubById } from '../../kakao/consult/registry';
import { BadInput, textOf } from '../shared/badInput';
import type { Parameters } from '../shared/parameters';
import type { Operation } from './plan';

/** A target as the trigger gives it, with the address at which it can be told to wait for an answer. */
export type Addressee = ReplyTarget & { listener: string };

const FIELD = 'Reply To';
const CURE =
	'Map it to "reply" of Kakao Consult Message Trigger, for example {{ $(\'Kakao Consult Message Trigger\').item.json.reply }}.';

const bad = (text: string, cure = CURE) => new BadInput({ field: FIELD, text, cure });

/**
 * A reader for whom an item is for: what the trigger's event holds, or keys that are filled in.
 * The reader throws BadInput where nobody could be reached by it.
 */
export function targetReader(
	parameters: Parameters,
	hub: Hub,
	addresses: Operation['addresses'],
): (itemIndex: number) => Addressee {
	const defined = parameters.column('targetFrom', 'Customer')(0) === 'define';
	const reply = parameters.column('reply', FIELD);
	const keys = {
		senderKey: parameters.column('senderKey', 'Sender Key'),
		userKey: parameters.column('userKey', 'User Key'),
		chatId: parameters.column('chatId', 'Chat ID'),
	};
	return (at) => {
		const target = defined
			? {
					canReply: true,
					provider: hub.id,
					senderKey: textOf(keys.senderKey(at), 'Sender Key').trim(),
					userKey: textOf(keys.userKey(at), 'User Key').trim(),
					chatId: textOf(keys.chatId(at), 'Chat ID').trim(),
					listener: '',
				}
			: addresseeOf(reply(at), hub);
		// A channel may be told by the credential alone, where a hub's keys belong to one.
		if (addresses !== 'channel' && target.userKey === '' && target.chatId === '') throw nobody(defined);
		return target;
	};
}

const nobody = (defined: boolean) =>
	defined
		? new BadInput({ field: 'User Key', text: 'is empty', cure: 'Fill it in, as the events of the trigger show it.' })
		: bad('has no user key');

function addresseeOf(given: unknown, hub: Hub): Addressee {
	if (given === undefined || given === null || given === '') throw bad('is empty for this item');
	const value = parsed(given);
	if (typeof value !== 'object' || value === null || Array.isArray(value)) throw bad('is no reply of the trigger');
	const { canReply, provider, senderKey, userKey, chatId, listener } = value as Record<string, unknown>;
	const of = textOf(provider, `${FIELD} provider`);
	if (of !== '' && of !== hub.id)
		throw bad(
			`belongs to ${hubById(of)?.name ?? `"${of}"`}, but the credential is for ${hub.name}`,
			'Choose the credential of the hub through which the customer wrote.',
		);
	return {
		canReply: canReply !== false,
		provider: hub.id,
		senderKey: textOf(senderKey, `${FIELD} senderKey`).trim(),
		userKey: textOf(userKey, `${FIELD} userKey`).trim(),
		chatId: textOf(chatId, `${FIELD} chatId`).trim(),
		listener: textOf(listener, `${FIELD} listener`),
	};
}

function parsed(given: unknown): unknown {
	if (typeof given !== 'string') return given;
	try {
		return JSON.parse(given) as unknown;
	} catch (error) {
		throw bad(`is neither a reply nor its JSON (${(error as Error).message})`);
	}
}
