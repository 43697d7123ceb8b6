import type { CodeTable } from './table';

const CHANNEL = "Check the channel's state in Kakao Business and in the dealer's console.";
const TEMPLATE =
	'Compare the message with the approved template, every blank and line break counts; choose the template again if it was changed.';
const LATER = 'Send again later.';
const FALLBACK = 'Reach the customer by SMS: switch on the SMS fallback.';

/**
 * Kakao's own result codes, shared by every dealer that passes them on (NHN "error-code" page, SENS guide).
 * 3005 and 4161 are never retryable: the message may still arrive.
 */
export const KAKAO_CODES: CodeTable = {
	space: 'kakao',
	otherwise: {
		kind: 'service',
		advice: "Look the code up in the dealer's list of Kakao result codes, or ask the dealer's support.",
	},
	entries: {
		'1001': ['message', 'Kakao could not read the request.', 'Report it to the dealer.'],
		'1003': ['channel', 'The sender key is not valid.', 'Choose the sender profile again.'],
		'1006': ['channel', 'The sender profile was deleted.', CHANNEL],
		'1007': ['channel', 'The sender profile is blocked.', CHANNEL],
		'1020': ['recipient', 'The phone number is not valid.', 'Check the number.'],
		'1021': ['channel', 'The channel is blocked.', CHANNEL],
		'1022': ['channel', 'The channel is closed.', CHANNEL],
		'1023': ['channel', 'The channel was deleted.', CHANNEL],
		'1024': ['channel', 'The channel is being deleted.', CHANNEL],
		'1025': ['channel', 'The channel is under a sanction.', CHANNEL],
		'1027': ['channel', 'Messages of this channel are under a sanction.', CHANNEL],
		'1028': [
			'channel',
			'The channel may not use this targeting.',
			'Choose targeting I, or apply for M and N at the dealer.',
		],
		'1033': ['message', 'The bubble type is not that of the template.', TEMPLATE],
		'2001': ['service', 'Kakao had an unexpected error.', LATER, 'retryable'],
		'2003': ['recipient', 'The test server knows no such friend.', 'Send to a real recipient.'],
		'2005': ['message', 'Kakao could not read the image.', 'Upload the image again.'],
		'3000': ['service', 'Kakao had an unexpected error.', LATER, 'retryable'],
		'3005': [
			'unknown',
			'Sent, but receipt is not confirmed; it may still arrive within 3 days.',
			'Do not send it again now: wait for the final report.',
		],
		'3006': ['service', 'Kakao had an internal error.', LATER, 'retryable'],
		'3008': ['recipient', 'The phone number is wrong.', 'Check the number.'],
		'3010': ['service', 'Kakao had an unexpected error.', LATER, 'retryable'],
		'3011': ['message', 'The message does not exist.', 'Report it to the dealer.'],
		'3012': ['service', 'The dealer and Kakao could not talk to each other.', LATER, 'retryable'],
		'3013': ['message', 'The message is empty.', 'Give the message a text.'],
		'3014': [
			'message',
			'The message is too long.',
			'Shorten the values: text, variables and extra information count together.',
		],
		'3015': ['message', 'The template was not found.', 'Choose the template again.'],
		'3016': ['message', 'The text does not match the template.', TEMPLATE],
		'3018': ['recipient', 'Could not be delivered: SIM and account differ, or the phone was off for 7 days.', FALLBACK],
		'3019': ['recipient', 'The number belongs to no KakaoTalk user.', FALLBACK],
		'3020': ['recipient', 'The customer has blocked AlimTalk.', `Respect it; for what must arrive: ${FALLBACK}`],
		'3021': ['recipient', "The customer's KakaoTalk is too old.", FALLBACK],
		'3022': ['time', 'Advertising may not be sent at this hour (20:50-08:00 Korean time).', 'Send it after 08:00.'],
		'3023': ['message', 'The attachment could not be read.', 'Report it to the dealer.'],
		'3024': ['message', 'The image is not valid.', 'Upload the image again.'],
		'3025': ['message', 'A variable is too long.', 'Shorten the value.'],
		'3026': ['message', 'Button extra or event is too long.', 'Shorten the value.'],
		'3027': ['message', 'The buttons do not match the template.', TEMPLATE],
		'3028': ['message', 'The title does not match the template.', TEMPLATE],
		'3029': ['message', 'The title is longer than 50 characters.', 'Shorten the value in the title.'],
		'3030': ['message', 'Message type and emphasis type do not go together.', TEMPLATE],
		'3031': ['message', 'The header does not match the template.', TEMPLATE],
		'3032': ['message', 'The header is longer than 16 characters.', 'Shorten the value in the header.'],
		'3033': ['message', 'The item highlight does not match the template.', TEMPLATE],
		'3034': ['message', 'The highlight title is too long.', 'Shorten the value.'],
		'3035': ['message', 'The highlight description is too long.', 'Shorten the value.'],
		'3036': ['message', 'The item list does not match the template.', TEMPLATE],
		'3037': ['message', 'An item description is longer than 23 characters.', 'Shorten the value.'],
		'3038': ['message', 'The item summary does not match the template.', TEMPLATE],
		'3039': ['message', 'The summary description is longer than 14 characters.', 'Shorten the value.'],
		'3040': [
			'message',
			'The summary holds characters that are not allowed (digits, currency, comma, dot only).',
			'Send the amount as digits with a currency.',
		],
		'3042': ['message', 'The representative link does not match the template.', TEMPLATE],
		'4000': [
			'unknown',
			'Kakao found no result for this message.',
			"Look it up in the dealer's console before sending again.",
		],
		'4001': [
			'unknown',
			'Kakao does not know the state of this message.',
			"Look it up in the dealer's console before sending again.",
		],
		'4131': [
			'duplicate',
			'Kakao has already had a message with this id.',
			'Do not send it again; wait for the report.',
		],
		'4132': [
			'message',
			'The variables do not match the template.',
			'Choose the template again and fill in every variable.',
		],
		'4133': ['message', 'The template is stopped.', 'Use another approved template.'],
		'4134': ['message', 'The template was changed.', 'Choose the template again.'],
		'4143': ['time', 'The message expired before it could be delivered.', LATER, 'retryable'],
		'4144': ['message', 'The message is larger than 30 KB.', 'Shorten it.'],
		'4156': [
			'account',
			'The maximum number of sends is reached.',
			'Ask the dealer for a higher limit, or send tomorrow.',
		],
		'4161': ['unknown', 'Kakao is still working on it.', 'Do not send it again; wait for the report.'],
		'9998': ['service', 'Kakao had a system error.', LATER, 'retryable'],
		'9999': ['service', 'Kakao had a system error.', LATER, 'retryable'],
	},
};
