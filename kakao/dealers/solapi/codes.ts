import type { Answer } from '../../delivery/conversation';
import { reasonFor, type CodeEntry, type CodeTable } from '../../partner/codes';
import { object, text } from '../../partner/json';
import type { Reason } from '../../message/outcome';

const TEMPLATE = 'Choose the template again: every blank, variable and button must match what was approved.';
/** Brand Messages have no fallback here, and both kinds share these codes. */
const FALLBACK = 'Reach the customer by SMS: switch on the SMS fallback of the AlimTalk, or send an SMS of your own.';
const PICTURE: CodeEntry = ['message', 'SOLAPI does not know this picture.', 'Upload the picture again.'];
const FIELD =
	'Change the field that SOLAPI names. If it names none, report it with the raw answer (Include Raw Answer).';
const SENDER = 'Register the fallback sender number in the SOLAPI console (발신번호), or use one that is.';

/** SOLAPI's own codes. First digit: 1 refused at registration, 2 platform, 3 carrier or Kakao, 4000 delivered (facts §2.7). */
export const SOLAPI_CODES: CodeTable = {
	space: 'solapi',
	// A length, a link, a targeting that the channel may not use.
	toldInWords: { by: 'SOLAPI', codes: new Set(['1010', '1011', '2011']) },
	otherwise: { kind: 'service', advice: "Look the code up in SOLAPI's list of message status codes." },
	entries: {
		'1010': ['message', 'A required field is missing.', FIELD],
		'1011': ['message', 'A field has a wrong form.', FIELD],
		'2011': ['message', 'A field has a wrong form.', FIELD],
		'1014': ['message', 'The fallback title is longer than 40 bytes.', 'Shorten it.'],
		'1020': ['account', 'The account is not valid.', 'Check the account in the SOLAPI console.'],
		'2063': ['account', 'The account is blocked.', "Contact SOLAPI's support."],
		'1023': PICTURE,
		'1034': PICTURE,
		'1051': PICTURE,
		'1024': ['service', 'SOLAPI had a server error.', 'Send again later.', 'retryable'],
		'2024': ['service', 'SOLAPI had a server error.', 'Send again later.', 'retryable'],
		'3012': ['service', 'The carrier had a server error.', 'Send again later.', 'retryable'],
		'3024': ['service', 'The carrier had a server error.', 'Send again later.', 'retryable'],
		'1026': ['duplicate', 'The number stands twice in one group.', 'Report it: the node allows this.'],
		'1028': ['message', 'The fallback holds characters that cannot be shown.', 'Remove emoji and special characters.'],
		'1029': ['message', 'The fallback holds characters outside EUC-KR.', 'Remove emoji and special characters.'],
		'1030': ['account', 'The balance is used up.', 'Charge the account in the SOLAPI console.', 'retryable'],
		'2230': ['account', 'The balance is used up.', 'Charge the account in the SOLAPI console.', 'retryable'],
		'1031': [
			'message',
			'The text is too long (AlimTalk 1,000 characters, Brand Message 1,300 or 76, SMS 90 and LMS 2,000 bytes) or has too many lines.',
			'Shorten the values.',
		],
		'1032': ['message', 'The message key has a form that SOLAPI refuses.', 'Use at most 100 characters.'],
		'1041': ['channel', 'SOLAPI does not know this channel.', 'Choose the sender profile again.'],
		'1042': ['message', 'SOLAPI does not know this template.', TEMPLATE],
		'1043': ['message', 'The text does not match the template.', TEMPLATE],
		'1044': ['message', 'A button value is not valid.', TEMPLATE],
		'1045': ['message', 'A button link is not valid.', TEMPLATE],
		// From SOLAPI's command line (solactl), which checks as its server does; the list of 2022 does not have it.
		'1083': ['message', 'The targeting is missing or not I, M or N.', 'Choose the targeting again.'],
		'1058': ['service', 'There is no route to this number.', 'Check the number and country.'],
		'3058': ['service', 'There is no route to this number.', 'Check the number and country.'],
		'1060': [
			'recipient',
			'The recipient is blocked in your account.',
			'Remove the block in the SOLAPI console if it is wrong.',
		],
		'2060': [
			'recipient',
			'The recipient is blocked in your account.',
			'Remove the block in the SOLAPI console if it is wrong.',
		],
		'1061': ['recipient', 'The recipient has opted out (080).', 'Respect it.'],
		'2061': ['recipient', 'The recipient has opted out (080).', 'Respect it.'],
		'1062': ['channel', 'The sender number is not registered.', SENDER],
		'2062': ['channel', 'The sender number is not registered.', SENDER],
		'1064': ['recipient', 'The number is blocked by KISA.', 'Use another sender number.'],
		'2064': ['recipient', 'The number is blocked by KISA.', 'Use another sender number.'],
		'2254': ['message', 'Treated as spam.', 'Change the text, or contact SOLAPI.'],
		'3054': ['message', 'Treated as spam.', 'Change the text, or contact SOLAPI.'],
		'3055': ['message', 'Treated as spam.', 'Change the text, or contact SOLAPI.'],
		'3101': ['channel', 'The sender profile key is not valid.', 'Connect the channel again in the SOLAPI console.'],
		'3102': [
			'recipient',
			'The customer is not a friend of the channel.',
			'Targeting I reaches friends only: choose M or N where Kakao has approved the channel, or send an SMS.',
		],
		'3103': ['message', 'The text does not match the template.', TEMPLATE],
		'3104': ['recipient', 'The number belongs to no KakaoTalk user.', FALLBACK],
		'3105': ['message', 'The template is not registered.', TEMPLATE],
		'3106': ['channel', 'The channel is not valid.', "Check the channel's state in Kakao Business."],
		'3107': ['recipient', 'The customer has blocked AlimTalk, or was not seen for 72 hours.', FALLBACK],
		'3108': ['time', 'Outside the hours in which this may be sent.', 'Send it in the daytime.'],
		InvalidAPIKey: ['credential', 'The API key is not valid.', 'Test the credential.'],
		SignatureDoesNotMatch: ['credential', 'The API secret does not belong to the key.', 'Test the credential.'],
		RequestTimeTooSkewed: [
			'credential',
			"This server's clock is more than 15 minutes off.",
			'Set the clock right (NTP).',
		],
		DuplicatedSignature: ['credential', 'SOLAPI saw the same signature twice.', 'Send again.', 'retryable'],
		NotEnoughBalance: ['account', 'The balance is used up.', 'Charge the account in the SOLAPI console.', 'retryable'],
	},
};

/** Accepted at registration. Beware: 4000 is success here, 3000 is waiting (facts §6.2). */
export const REGISTERED = '2000';

export const solapiReason = (code: string, said?: string): Reason => reasonFor(SOLAPI_CODES, code, said);

/** Why SOLAPI refused a request: its own code and words, or the bare status. */
export function refusalOf(answer: Pick<Answer, 'status' | 'body'>): Reason {
	const { errorCode, errorMessage } = object(answer.body);
	return solapiReason(text(errorCode) ?? `HTTP ${answer.status}`, text(errorMessage));
}

/** Null for a good answer, the reason for a refusal, undefined for what is not SOLAPI's answer. */
export function judge(answer: Pick<Answer, 'status' | 'body'>): Reason | null | undefined {
	if (answer.status < 300) return null;
	return text(object(answer.body).errorCode) === undefined ? undefined : refusalOf(answer);
}
