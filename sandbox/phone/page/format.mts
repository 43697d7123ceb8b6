import type { Language } from './words.mts';

const LOCALE: Record<Language, string> = { ko: 'ko-KR', en: 'en-US' };
const formatters = new Map<string, Intl.DateTimeFormat>();

/** Everything is shown in Korean time, wherever the browser is: dealers and advertising law count in it. */
function korean(language: Language, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
	const key = `${language} ${name}`;
	const known = formatters.get(key);
	if (known) return known;
	const formatter = new Intl.DateTimeFormat(LOCALE[language], { timeZone: 'Asia/Seoul', ...options });
	formatters.set(key, formatter);
	return formatter;
}

/** 오후 3:05, 3:05 PM */
export function clock(iso: string, language: Language): string {
	return korean(language, 'clock', { hour: 'numeric', minute: '2-digit' }).format(new Date(iso));
}

/** 2025년 11월 21일 금요일 */
export function day(iso: string, language: Language): string {
	return korean(language, 'day', { dateStyle: 'full' }).format(new Date(iso));
}

export function shortMoment(iso: string, language: Language): string {
	const options = { month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' } as const;
	return korean(language, 'moment', options).format(new Date(iso));
}

export function exactMoment(iso: string, language: Language): string {
	return `${korean(language, 'exact', { dateStyle: 'medium', timeStyle: 'medium' }).format(new Date(iso))} KST`;
}

/** The time of today, else the date: as KakaoTalk's list of chats. */
export function listMoment(iso: string, language: Language): string {
	const now = new Date().toISOString();
	if (day(iso, language) === day(now, language)) return clock(iso, language);
	return korean(language, 'date', { month: 'short', day: 'numeric' }).format(new Date(iso));
}

/** The clock in a phone's status bar: 15:05. */
export function statusBarClock(): string {
	return korean('ko', 'bar', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date());
}

export function count(value: number, language: Language): string {
	return value.toLocaleString(LOCALE[language]);
}

/** As KakaoTalk writes prices, in any language: 12,900원 */
export function won(value: number): string {
	return `${value.toLocaleString('ko-KR')}원`;
}

export function digits(text: string): string {
	return text.replace(/\D/g, '');
}

/** 010-1234-5678, 02-123-4567, 1588-1234; what follows no Korean pattern stays as it is. */
export function phoneNumber(number: string): string {
	const plain = digits(number);
	if (/^1\d{7}$/.test(plain)) return `${plain.slice(0, 4)}-${plain.slice(4)}`;
	const match = /^(02|0\d{2}|050\d)(\d{3,4})(\d{4})$/.exec(plain);
	return match ? match.slice(1).join('-') : number;
}
