import type { KakaoCode } from '../../world/codes.mts';
import type { Draft } from '../../world/sends.mts';
import type { Channel, SandboxMessage } from '../../world/types.mts';
import type { Lane, NhnAccount, SendRequest } from './account.mts';
import { Refusal, SUCCESS, apiMessage, apiReason, type ApiCode } from './codes.mts';

/** A request that is in order as a whole. */
export interface Intake {
	lane: Lane;
	channel: Channel;
	/** "" for a Brand Message without a template. */
	templateCode: string;
	senderGroupingKey: string | null;
	createUser: string | null;
	/** Brand Message only. */
	pushAlarm?: boolean;
	now: number;
	/** ms since the epoch; null = at once. */
	due: number | null;
}

/** What has become of one recipient. */
export interface Settled {
	to: string;
	recipientGroupingKey: string | null;
	/** null = in order. */
	code: ApiCode | null;
	/** The code's message where it has gaps. */
	reason?: string | undefined;
	/** null when nothing goes out. */
	message: Pick<Draft, 'bubble' | 'fallback' | 'targeting' | 'optOut'> | null;
	/** Kakao's own code for what is wrong with the content, where it may still go out by SMS. */
	verdict?: KakaoCode | null;
	/** Brand Message only. */
	templateParameter?: Readonly<Record<string, string>> | null;
}

/** Shows on the phone page who was meant when a request is refused as a whole. */
export function refuseAll(account: NhnAccount, templateCode: string, numbers: readonly string[], error: unknown): void {
	if (!(error instanceof Refusal)) return;
	const { code, message } = error;
	for (const to of numbers) account.world.refuse({ dealer: 'nhnCloud', to, templateCode, code, reason: apiReason(code, message) });
}

/** Takes the good recipients of a request and notes the others. @returns no request id when nobody was good */
export function take(account: NhnAccount, intake: Intake, settled: readonly Settled[]) {
	const { world } = account;
	const { channel, due, now, templateCode } = intake;
	const times = { acceptedAt: new Date(now).toISOString(), scheduledAt: due === null || due <= now ? null : new Date(due).toISOString() };
	const request: SendRequest = {
		requestId: account.newId(), lane: intake.lane, channel, senderGroupingKey: intake.senderGroupingKey, createUser: intake.createUser,
		pushAlarm: intake.pushAlarm ?? true, requestMs: due ?? now, createMs: now, rows: [],
	};
	const messages: SandboxMessage[] = [];
	const verdicts = new Map<string, KakaoCode>();
	const results = settled.map(({ to, recipientGroupingKey, code, reason, message: content, verdict, templateParameter = null }, i) => {
		const seq = i + 1;
		if (content) {
			const message = world.draft({
				dealer: 'nhnCloud', requestId: request.requestId, messageId: String(seq), messageKey: recipientGroupingKey,
				channel, templateCode, to, ...times, ...content,
			});
			if (verdict) verdicts.set(message.id, verdict);
			messages.push(message);
			request.rows.push({ request, seq, recipientGroupingKey, message, templateParameter });
		} else {
			request.rows.push(null);
			const refusal = code ?? '-9999';
			world.refuse({ dealer: 'nhnCloud', to, templateCode, code: refusal, reason: apiReason(refusal, reason) });
		}
		const resultMessage = code === null ? SUCCESS.resultMessage : (reason ?? apiMessage(code));
		return { recipientSeq: seq, recipientNo: to, resultCode: Number(code ?? 0), resultMessage };
	});
	if (messages.length === 0) return { requestId: null, results };
	account.requests.set(request.requestId, request);
	world.accept(messages, due, verdicts);
	return { requestId: request.requestId, results };
}
