import { DEFAULT_SENDER_NUMBER } from '../../world/credentials.mts';
import { kstCompact } from '../../world/kst.mts';
import type { Channel, SandboxMessage } from '../../world/types.mts';
import type { World } from '../../world/world.mts';
import type { ConsoleWebhook } from '../contract.mts';
import { Refusal } from './codes.mts';

/** Ordinary AlimTalk, one-time passwords and Brand Messages travel and are queried apart. */
export type Lane = 'NORMAL' | 'AUTH' | 'BRAND';

/** One recipient of an accepted request. */
export interface Row {
	request: SendRequest;
	/** `recipientSeq`, from 1. */
	seq: number;
	recipientGroupingKey: string | null;
	message: SandboxMessage;
	/** Brand Message only: what the template was filled with. */
	templateParameter: Readonly<Record<string, string>> | null;
}

/** One accepted send request. */
export interface SendRequest {
	requestId: string;
	lane: Lane;
	channel: Channel;
	senderGroupingKey: string | null;
	createUser: string | null;
	pushAlarm: boolean;
	/** ms since the epoch: when it goes out, and when it was made. */
	requestMs: number;
	createMs: number;
	/** By `recipientSeq` - 1; null for recipients refused at once. */
	rows: (Row | null)[];
}

/** Fallback setting of a channel in the console (대체 발송 설정). */
export interface FailbackSetting {
	isResend: boolean;
	resendSendNo: string;
	/** Brand Message only: the opt-out number that advertising by SMS must name. */
	resendUnsubscribeNo?: string;
}

const IDEMPOTENCY_MS = 10 * 60 * 1000;
const ID_LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** The demo customer's account at NHN Cloud. */
export class NhnAccount {
	readonly world: World;
	/** In the order of acceptance. */
	requests = new Map<string, SendRequest>();
	/** In the order in which their results became known. */
	finished: Row[] = [];
	failback = new Map<string, FailbackSetting>();
	/** The same for Brand Messages, kept apart from AlimTalk (`sender.alimtalk`, `sender.brandMessage`). */
	brandFailback = new Map<string, FailbackSetting>();
	/** Sender keys whose proof of marketing consent has been uploaded (증적 자료). */
	consentProofs = new Set<string>();
	resendAppKey: string | null = null;
	webhook: ConsoleWebhook | null = null;
	#usedKeys = new Map<string, number>();

	constructor(world: World) {
		this.world = world;
		this.reset();
	}

	/** The console's default: the shop's channel and its Channel Talk fall back to SMS unless told otherwise, the others have no setting. */
	reset(): void {
		this.requests = new Map();
		this.finished = [];
		this.#usedKeys.clear();
		this.webhook = null;
		this.resendAppKey = 'sandboxSmsAppKey1';
		this.failback = new Map();
		this.brandFailback = new Map();
		this.consentProofs = new Set();
		const [main, , , talk] = this.world.channels;
		if (!main) return;
		const setting = { isResend: true, resendSendNo: DEFAULT_SENDER_NUMBER };
		for (const channel of [main, talk]) if (channel) this.failback.set(channel.senderKey, setting);
		this.brandFailback.set(main.senderKey, { ...setting, ...(main.unsubscribeNumber && { resendUnsubscribeNo: main.unsubscribeNumber }) });
	}

	channel(senderKey: string): Channel | undefined {
		return this.world.channels.find((channel) => channel.senderKey === senderKey);
	}

	/** @throws Refusal -1005 when the key was used in the last ten minutes */
	checkIdempotency(key: string | undefined): void {
		const used = key === undefined ? undefined : this.#usedKeys.get(key);
		if (used !== undefined && Date.now() - used < IDEMPOTENCY_MS) throw new Refusal('-1005');
	}

	/** Only accepted requests burn their key (whether a refused one does is undocumented: facts 1.2). */
	burnIdempotency(key: string | undefined): void {
		if (key !== undefined) this.#usedKeys.set(key, Date.now());
	}

	newId(): string {
		return kstCompact(Date.now()) + this.world.randomText(ID_LETTERS, 18);
	}
}
