import { randomBytes, randomUUID } from 'node:crypto';
import type { Chat } from '../../consult/chat.mts';
import type { ConsultEntry } from '../../consult/types.mts';
import { DEMO_HUB_CREDENTIALS } from '../../world/credentials.mts';
import { kstMillis } from '../../world/kst.mts';
import type { CallbackAddress, HubTools } from '../contract.mts';
import type { JournalEntry, JournalKind } from './journal.mts';
import { signature } from './signature.mts';

/** Pauses before the second to sixth try of the hosted gateway, which persists them (facts 1.2). */
const RETRY_PAUSES_MS = [1000, 5000, 30_000, 120_000, 600_000];

/** What a signal may carry beside its four fields. The webhook never carries the text. */
export interface SignalExtras {
	phase?: 'accepted';
	serial?: string | undefined;
	serials?: string[] | undefined;
	extra?: string | null;
	reference?: { extra: string };
	lastReference?: ConsultEntry | null;
	test?: true;
}

/** Its inside is not public; these are Kakao's four fields in TalkBridge's spelling. */
const wireReference = ({ extra, bot, event, at }: ConsultEntry) => ({ extra, bot, botEvent: event, createdAt: kstMillis(Date.parse(at)) });

/** In the order of the wire: `userKey, kind, seq, brand`, with `phase`, `serial` and `serials` before the brand as measured (F9). */
function bodyOf(userKey: string, kind: JournalKind, seq: number | null, brand: string, more: SignalExtras): string {
	const { phase, serial, serials, extra, reference, lastReference, test } = more;
	return JSON.stringify({
		userKey, kind, ...(phase && { phase }), ...(seq !== null && { seq }), ...(serial !== undefined && { serial }),
		...(serials && serials.length > 1 && { serials }), brand, ...(extra && { extra }), ...(reference && { reference }),
		...(lastReference && { lastReference: wireReference(lastReference) }), ...(test && { test }),
	});
}

/** Posts TalkBridge's signed signals to the one webhook of the demo's centre. */
export class Signals {
	address: CallbackAddress | null = null;
	readonly #tools: HubTools;

	constructor(tools: HubTools) {
		this.#tools = tools;
	}

	/** Something that is in the journal, or (`seq` null) an acceptance that is not. */
	send(chat: Chat, brand: string, kind: JournalKind, entry: JournalEntry | null, more: SignalExtras = {}): void {
		this.#post(chat.number, chat.channel, kind, bodyOf(chat.userKey, kind, entry?.seq ?? null, brand, more));
	}

	/** The centre's 연결 테스트: a customer who does not exist (facts 1.2). */
	test(brand: string): void {
		const userKey = `tb-test-${randomBytes(4).toString('hex')}`;
		this.#post('', '', 'message', bodyOf(userKey, 'message', 0, brand, { test: true }));
	}

	#post(number: string, channel: string, kind: JournalKind, body: string): void {
		if (!this.address) return;
		const deliveryId = randomUUID();
		this.#tools.callbacks.send({
			hub: 'talkBridge', kind, number, channel, url: this.address.url, body,
			headers: () => {
				const { badSignature, timestampOffsetSeconds } = this.#tools.behaviours.of('talkBridge');
				const timestamp = String(Math.floor(Date.now() / 1000) + timestampOffsetSeconds);
				const secret = badSignature ? 'whsec_wrong' : DEMO_HUB_CREDENTIALS.talkBridge.webhookSecret;
				return {
					'X-Bridge-Signature': signature(secret, timestamp, body), 'X-Bridge-Event': kind, 'X-Bridge-Timestamp': timestamp,
					// The same for every try and every copy: it is what receivers tell repeats by.
					'X-Bridge-Delivery-Id': deliveryId,
				};
			},
			// 4xx is tried again too.
			failed: (status) => status < 200 || status > 299,
			retryPausesMs: RETRY_PAUSES_MS,
		});
	}
}
