import type { Channel, OptOut, RefusedSend, SandboxMessage } from './types.mts';

/** What a dealer knows of a message before the world has taken it. */
export type Draft = Omit<
	SandboxMessage,
	'id' | 'channel' | 'channelName' | 'state' | 'resultCode' | 'reason' | 'finishedAt'
> & {
	channel: Channel;
	/** Brand Message: the opt-out number that the request names; the channel's own otherwise. */
	optOut?: OptOut | null;
};

/** What a dealer tells of a send that it refuses. */
export type RefusedDraft = Omit<RefusedSend, 'id' | 'at'>;

/** Refused sends kept for the phone page. */
const REFUSED_KEPT = 10_000;

/** Everything that dealers have taken or refused, oldest first. */
export class Sends {
	#messages: SandboxMessage[] = [];
	#byId = new Map<string, SandboxMessage>();
	#refused: RefusedSend[] = [];
	/** `clear` does not set it back: no id is ever given twice. */
	#lastId = 0;

	/** Gives a message its id; it is listed only once accepted. */
	draft({ channel, ...draft }: Omit<Draft, 'optOut'>): SandboxMessage {
		return {
			id: `m${++this.#lastId}`, ...draft, channel: channel.searchId, channelName: channel.name,
			state: 'processing', resultCode: null, reason: null, finishedAt: null,
		};
	}

	accept(message: SandboxMessage): void {
		this.#messages.push(message);
		this.#byId.set(message.id, message);
	}

	refuse(refusal: RefusedDraft): RefusedSend {
		const refused = { id: `r${++this.#lastId}`, at: new Date().toISOString(), ...refusal };
		this.#refused.push(refused);
		if (this.#refused.length >= 2 * REFUSED_KEPT) this.#refused = this.#refused.slice(-REFUSED_KEPT);
		return refused;
	}

	get messages(): readonly SandboxMessage[] {
		return this.#messages;
	}

	/** The newest of them. */
	get refused(): readonly RefusedSend[] {
		return this.#refused.slice(-REFUSED_KEPT);
	}

	message(id: string): SandboxMessage | undefined {
		return this.#byId.get(id);
	}

	clear(): void {
		this.#messages = [];
		this.#byId.clear();
		this.#refused = [];
	}
}
