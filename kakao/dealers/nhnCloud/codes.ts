import { reasonFor, type CodeTable } from '../../partner/codes';
import type { Reason } from '../../message/outcome';
import { BRAND_ENTRIES } from './brand/codes';

const KEYS = 'Test the credential; copy app key and secret key again from the console.';
const TEMPLATE = 'Choose the template again: it may have been changed or not be approved.';
const FALLBACK = 'Register it in the SMS product of NHN Cloud, or switch the fallback off.';
const LENGTH = 'Shorten the value that the message names.';

/** NHN's API codes: negative, in `header` and `sendResults` (NHN "error-code" page). */
export const NHN_CODES: CodeTable = {
	space: 'nhnCloud',
	// Their sentence names the field.
	toldInWords: {
		by: 'NHN Cloud',
		codes: new Set([
			'4',
			'-2000',
			'-2001',
			'-2002',
			'-2003',
			'-2004',
			'-2005',
			'-3303',
			'-3304',
			'-3305',
			'-3307',
			'-3308',
			'-3328',
		]),
	},
	otherwise: { kind: 'message', advice: "Look the code up in NHN Cloud's list of KakaoTalk Bizmessage error codes." },
	entries: {
		...BRAND_ENTRIES,
		'4': ['message', 'NHN Cloud found a parameter that is not valid.', 'Change the field that NHN Cloud names.'],
		'-1000': ['credential', 'The app key is not valid.', KEYS],
		'-1001': ['credential', 'The secret key is not valid.', KEYS],
		'-4004': ['credential', 'NHN Cloud does not know the app key.', KEYS],
		'-4005': ['credential', 'The app key is disabled.', 'Enable the product in the NHN Cloud Console.'],
		'-1002': ['channel', 'The app key of the SMS product is not valid.', FALLBACK],
		'-1003': ['channel', 'The sender number of the SMS fallback is not registered.', FALLBACK],
		'-1006': ['channel', 'The sender profile does not exist.', 'Choose the sender profile again.'],
		'-1014': ['channel', 'The sender profile is blocked.', "Check the channel's state in the console."],
		'-1017': [
			'account',
			'The daily number of messages of this channel is used up.',
			'Ask NHN Cloud to raise it, or send tomorrow.',
			'retryable',
		],
		'-1019': ['channel', 'The 080 number of the SMS fallback is not registered.', FALLBACK],
		'-1024': ['channel', 'A sender group cannot send.', 'Choose a single sender profile.'],
		'-1027': ['channel', 'The sender profile is blocked.', "Check the channel's state in the console."],
		'-1028': [
			'message',
			'New channels may not send values longer than 14 characters.',
			'Shorten the values, or wait until NHN lifts the restriction on the channel.',
		],
		'-1030': [
			'credential',
			'The account has not finished its identity verification.',
			'Finish it in the NHN Cloud Console.',
		],
		'-1031': [
			'message',
			'NHN Cloud refused every recipient of the request.',
			'Send one of them alone to see its own reason.',
		],
		'-2000': ['message', 'A value is too long or empty.', LENGTH],
		'-2001': ['message', 'A value is too long.', LENGTH],
		'-2002': ['message', 'A value is empty.', 'Fill it in.'],
		'-2003': ['message', 'A value is missing.', 'Fill it in.'],
		'-2004': ['message', 'A value is out of range.', LENGTH],
		'-2005': ['message', 'A value is out of range.', LENGTH],
		'-2017': ['channel', 'The sender profile is not active.', "Check the channel's state in the console."],
		'-2019': ['message', 'The text is longer than 1,300 characters with its values.', 'Shorten the values.'],
		'-2025': ['time', 'The scheduled time is past.', 'Choose a later time.'],
		'-2026': ['time', 'The scheduled time is too far ahead.', 'Choose a time within 60 days.'],
		'-2027': ['time', 'The scheduled time could not be read.', 'Report it: the node writes this format.'],
		'-2029': ['time', 'There is nothing left to cancel.', 'The message has gone out already, or was cancelled before.'],
		'-2502': [
			'channel',
			'The SMS fallback is not set up.',
			'Register the SMS app key and sender number under Alternative Delivery in the console, or switch the fallback off.',
		],
		'-2505': ['message', 'With quick replies a message may have at most 2 buttons.', TEMPLATE],
		'-3003': ['message', 'The template does not exist.', TEMPLATE],
		'-3004': ['message', 'The variables do not match the template.', TEMPLATE],
		'-3005': ['message', 'The template is not approved.', 'Wait for the review, or choose an approved template.'],
		'-3010': ['message', 'The text does not match the template.', TEMPLATE],
		'-3011': ['message', 'The buttons do not match the template.', TEMPLATE],
		'-3042': ['message', 'The header does not match the template.', TEMPLATE],
		'-3043': ['message', 'The item list does not match the template.', TEMPLATE],
		'-3046': ['message', 'The representative link does not match the template.', TEMPLATE],
		'-3048': ['message', 'A value is longer than 1,300 characters.', 'Shorten the value.'],
		'-3049': ['message', 'The variables do not match the template.', TEMPLATE],
		'-3051': ['message', 'The call button is not valid.', TEMPLATE],
		'-3052': ['message', 'The call button is not valid.', TEMPLATE],
		'-3053': ['message', 'The call button is not valid.', TEMPLATE],
		'-4019': ['recipient', 'The recipient number is not valid.', 'Check the number.'],
		'-4200': ['message', 'The text of the SMS fallback is not valid.', 'Change it, or switch the fallback off.'],
		'-5000': ['recipient', 'The recipient number is not valid.', 'Check the number.'],
		'-7000': ['service', 'Kakao did not answer NHN Cloud.', 'Send again later.', 'retryable'],
		'-8006': [
			'message',
			'An authentication message must hold a word such as 인증 or auth.',
			'Use the ordinary template, or change its text.',
		],
		'-8008': [
			'message',
			'The text holds a word that your project has banned.',
			'Change the value, or the banned words in the console.',
		],
		'-9992': ['message', 'FriendTalk has ended.', 'Send a Brand Message instead.'],
		'-9999': ['service', 'NHN Cloud had a system error.', 'Send again later.', 'retryable'],
	},
};

/** Whole-request code for "this idempotency key was used within 10 minutes": the first request was accepted (facts §1.2). */
export const DUPLICATE_REQUEST = '-1005';

export const nhnReason = (code: string, said?: string): Reason => reasonFor(NHN_CODES, code, said);
