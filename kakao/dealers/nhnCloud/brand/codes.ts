import type { CodeTable } from '../../../partner/codes';

const FILL = 'Fill it in.';
const LINK = 'Write the whole address, beginning with https://.';
const BUTTON = 'Change the buttons, or choose another layout.';
const PICTURE = 'Upload the picture again for the place where it stands: each layout takes pictures of its own type.';

/**
 * Codes of Brand Messages and their pictures (NHN "error-code" page). -3200 to -3226 belong to the old FriendTalk
 * addresses, which this package does not call.
 */
export const BRAND_ENTRIES: CodeTable['entries'] = {
	'-4029': [
		'channel',
		'This channel may not send to targeting M or N, to people who are not its friends.',
		'Choose targeting I, or apply for M and N in the NHN Cloud Console. The channel needs: business verification, a business number, a customer-service phone number, 50,000 friends, an AlimTalk delivered within the last 3 months, and a registered 080 opt-out number.',
	],
	'-3298': ['message', 'The targeting is missing or not valid.', 'Choose I, M or N.'],
	'-3299': [
		'message',
		'The prices do not go together.',
		'Give the regular price alone, or with a discounted price and either a rate or an amount.',
	],
	'-3300': [
		'channel',
		'No 080 opt-out number was found.',
		'Register one for the channel in the console, or give one with the message.',
	],
	'-3301': [
		'recipient',
		'A recipient has opted out of this advertising.',
		'Take the number off the list: the law forbids to send it advertising.',
	],
	'-3303': ['message', 'A part that this layout needs is empty.', FILL],
	'-3304': ['message', 'A value is out of range.', 'Shorten it, or give another number.'],
	'-3305': [
		'message',
		'The message has a part that this layout has no place for.',
		'Remove it, or choose another layout.',
	],
	'-3306': ['message', 'A product needs a button.', 'Add one or two buttons.'],
	'-3307': ['message', 'A button lacks its link.', FILL],
	'-3308': ['message', 'A button lacks several of its links.', FILL],
	'-3309': ['message', 'An app link has too few addresses.', 'Give two of Android, iOS and mobile web.'],
	'-3310': ['message', 'A link is no web address.', LINK],
	'-3311': ['message', 'The "add channel" button must be the first one here.', 'Move it to the top.'],
	'-3312': ['message', 'The "add channel" button must be the last one here.', 'Move it to the end.'],
	'-3313': ['message', 'The coupon leads nowhere.', 'Give it a mobile link, or a channel coupon (alimtalk=coupon://).'],
	'-3314': ['message', 'The coupon is incomplete.', FILL],
	'-3315': ['message', "The coupon's title is none of Kakao's five patterns.", 'Choose one of the five patterns.'],
	'-3316': ['message', 'The product is incomplete.', FILL],
	'-3317': ['message', 'The video is incomplete.', FILL],
	'-3318': [
		'message',
		'The video address is not valid.',
		'Use the address that NHN Cloud shows for the uploaded video.',
	],
	'-3319': ['message', 'The picture is missing.', PICTURE],
	'-3320': ['message', 'The carousel has too many or too few cards.', 'Give 2 to 6 cards, 1 to 5 behind an intro.'],
	'-3321': ['message', "The intro's mobile link is missing.", 'Give it whenever the intro leads somewhere.'],
	'-3322': ['message', 'The intro of the carousel is incomplete.', FILL],
	'-3323': ['message', 'The "see more" of the carousel is incomplete.', 'Give it a mobile link.'],
	'-3324': [
		'message',
		'The values do not match the variables of the template.',
		'Choose the template again and fill in every variable.',
	],
	'-3325': ['message', 'The item list is incomplete.', FILL],
	'-3326': ['message', 'A picture is named by something that is no web address.', PICTURE],
	'-3327': ['message', "A picture's link is no web address.", LINK],
	'-3328': ['message', 'A button of this type is not allowed here.', BUTTON],
	'-3330': ['message', 'The business form button must be the first one here.', 'Move it to the top.'],
	'-3331': [
		'message',
		'A button may not have this name.',
		'A business form button is called 톡에서 예약하기, 톡에서 설문하기 or 톡에서 응모하기.',
	],
	'-3332': ['message', 'A product card is incomplete.', FILL],
	'-3333': [
		'message',
		'A product card has a part that it has no place for.',
		'Remove it, or choose the feed carousel.',
	],
	'-3334': ['message', 'A card is incomplete.', FILL],
	'-3335': ['message', 'A card has a part that it has no place for.', 'Remove it, or choose the product carousel.'],
	'-3336': ['message', 'The business form button must follow the "add channel" button.', 'Move it to second place.'],
	'-3337': ['message', 'The business form button must be the right one here.', 'Move it to second place.'],
	'-3338': ['message', 'The business form button must be the left one here.', 'Move it to first place.'],
	'-3340': ['message', 'The opt-out number is not a 080 number.', 'Write it like 080-123-4567.'],
	'-3341': ['message', 'The opt-out code is not valid.', 'It has at most 9 digits.'],
	'-3344': ['message', 'The pictures do not match those of the template.', 'Choose the template again.'],
	'-3347': ['message', "A variable's name holds an @.", 'Rename it in the template.'],
	'-3348': ['message', 'The "add channel" button must be called 채널 추가.', 'Report it: the node writes this name.'],
	'-3349': ['message', 'The carousel has several "add channel" buttons.', 'Keep one in the whole carousel.'],
	'-4007': ['message', 'The file is too large.', 'Use a picture of at most 5 MB.'],
	'-4009': ['message', 'The file is of another kind than its ending says.', 'Use a JPEG or PNG picture.'],
	'-8001': [
		'message',
		'The picture is not valid.',
		'Use a JPEG or PNG of at most 5 MB in the shape that this place takes.',
	],
	'-8002': ['message', 'NHN Cloud does not know the picture, or not for this layout.', PICTURE],
	'-8005': ['channel', 'No channel is registered at NHN Cloud yet.', 'Register a sender profile in the console first.'],
	'-8010': ['service', 'NHN Cloud could not store the picture.', 'Upload it again in a moment.', 'retryable'],
	'-8011': ['message', 'NHN Cloud does not know this type of picture.', 'Report it: the node chooses the type.'],
};
