import { reasonFor, type CodeTable } from '../../partner/codes';
import { KAKAO_CODES } from '../codes/kakao';
import type { Answer } from '../../delivery/conversation';
import type { Reason } from '../../message/outcome';
import { list, object, text } from '../../partner/json';

/** A cancellation was answered with 404. */
export const NO_RESERVATION = 'noReservation';

/**
 * SENS's own codes: HTTP statuses for a whole request, A… and B… for a message. Only A000 and B004 are known by name
 * (facts §3.7, U); others keep the words that SENS sends with them.
 */
export const SENS_CODES: CodeTable = {
	space: 'naverSens',
	otherwise: {
		kind: 'message',
		advice: 'See what SENS says above; the SENS console shows the same code under message details.',
	},
	entries: {
		B004: ['account', 'The quota of the service is used up.', 'Raise the limit in the SENS console, or send tomorrow.'],
		[NO_RESERVATION]: [
			'time',
			'SENS has no such reservation, or not any more.',
			'Look in the SENS console under Biz Message, Reservation: what still waits there can be taken back there.',
		],
		'HTTP 401': ['credential', 'The keys are wrong, or this server’s clock is off.', 'Test the credential.'],
		'HTTP 403': [
			'credential',
			'The project has no Biz Message channel, or the keys have no permission for SENS.',
			'Test the credential.',
		],
		'HTTP 404': ['credential', 'SENS does not know this service ID.', 'Copy the Biz Message service ID again.'],
	},
};

/** A message's request was accepted. */
export const ACCEPTED = 'A000';
/** A message was delivered. */
export const DELIVERED = '0000';

/** Four-digit numbers are Kakao's; letters are SENS's. */
export function sensReason(code: string, said?: string): Reason {
	return reasonFor(/^\d{4}$/.test(code) ? KAKAO_CODES : SENS_CODES, code, said);
}

/** Why SENS refused a whole request. */
export function refusal(answer: Answer): Reason {
	const body = object(answer.body);
	const errors = list(body.errors)
		.map((error) => text(error.message))
		.filter(Boolean)
		.join('; ');
	const plain = Array.isArray(body.errors) ? body.errors.filter((error) => typeof error === 'string').join('; ') : '';
	return sensReason(
		`HTTP ${answer.status}`,
		[text(body.errorMessage), errors, plain].filter(Boolean).join(' ') || undefined,
	);
}
