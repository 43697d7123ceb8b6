import { requireId } from '../../message/channelId';
import type { Problem } from '../../message/limits';
import { type Made, problemsOf } from '../../message/made';
import { CONSULT_LIMITS } from '../limits';
import { escapeHtml } from './html';
import { CONSULT_ADDRESS } from './links';
import { makeExtra, type Metadata } from './metadata';

/** `false` begins with a person, `true` with the bot, `auto` goes on where the customer was. */
export const BOT_STARTS = ['false', 'true', 'auto'] as const;
/** Whether KakaoTalk opens at once or after a question. */
export const APP_OPEN_TYPES = ['direct', 'modal'] as const;

export interface ConsultForm {
	/** As `readChannel` takes it. */
	searchId: string;
	extra?: Metadata;
	/** Kakao decides when left out. */
	bot?: (typeof BOT_STARTS)[number];
	/** The bot block to begin with; up to 100 characters. */
	event?: string;
	/** Kakao decides when left out. */
	appOpenType?: (typeof APP_OPEN_TYPES)[number];
	/** Written on the button. */
	label?: string;
}

/** The consult button as HTML to paste into a shop's page, without script (facts consulttalk §3, POST form). */
export function postForm(form: ConsultForm): Made<string> {
	const [id, extra] = [requireId(form.searchId, 'searchId'), makeExtra(form.extra ?? '')];
	const problems = [...problemsOf(id, extra), ...formProblems(form)];
	if (problems.length > 0 || !('value' in id) || !('value' in extra)) return { problems };
	const fields: [string, string | undefined][] = [
		['uuid', id.value],
		['extra', extra.value],
		['bot', form.bot],
		['event', form.event],
		['app_open_type', form.appOpenType],
	];
	const inputs = fields.flatMap(([name, value]) =>
		value ? [`\t<input type="hidden" name="${name}" value="${escapeHtml(value)}">`] : [],
	);
	return {
		value: [
			// A page in EUC-KR, still common in Korean shops, would send a Korean search ID in EUC-KR.
			`<form action="${CONSULT_ADDRESS}" method="post" accept-charset="UTF-8">`,
			...inputs,
			`\t<button type="submit">${escapeHtml(form.label ?? '카카오톡 상담하기')}</button>`,
			'</form>',
		].join('\n'),
	};
}

function formProblems({ bot, event = '', appOpenType, label }: ConsultForm): Problem[] {
	const problems = [
		...choiceProblem('bot', bot, BOT_STARTS),
		...choiceProblem('app open type', appOpenType, APP_OPEN_TYPES),
	];
	const most = CONSULT_LIMITS.botEvent;
	if (event.length > most) {
		problems.push({
			field: 'event',
			text: `has ${event.length} characters, the limit is ${most}`,
			cure: `Shorten it by ${event.length - most} characters.`,
		});
	}
	if (event !== '' && bot !== 'true' && bot !== 'auto') {
		problems.push({
			field: 'event',
			text: 'names a bot block, but the chat does not begin with the bot',
			cure: 'Set bot to true or auto, or leave the event empty.',
		});
	}
	if (label?.trim() === '') {
		problems.push({ field: 'label', text: 'is empty, so nobody could read the button', cure: 'Write what it does.' });
	}
	return problems;
}

/** Values reach this from expressions, which no compiler checks. */
function choiceProblem(field: string, value: string | undefined, choices: readonly string[]): Problem[] {
	if (value === undefined || choices.includes(value)) return [];
	return [
		{ field, text: `is "${value}", which Kakao does not know`, cure: `Use ${choices.join(', ')} or leave it out.` },
	];
}
