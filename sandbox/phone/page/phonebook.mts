import { api, type PhoneChanges, type PhoneRow } from './api.mts';
import { type News, noNews } from './news.mts';

/** Phones in the list. After a campaign the server knows many more. */
export const LISTED = 500;
const ALL = 200_000;

/** How a number behaves that nobody has touched: as the server has it. */
const untouched = (number: string): PhoneRow => ({
	number, label: null, kakaoUser: true, blocksAlimTalk: false, friend: true, consents: true, dead: false,
});

/** The settings of every phone met so far: an open one may fall out of the list of the most recent. */
export class Phonebook {
	/** Most recent first. */
	listed: PhoneRow[] = [];
	private known = new Map<string, PhoneRow>();

	of(number: string): PhoneRow {
		return this.known.get(number) ?? untouched(number);
	}

	async load(): Promise<News> {
		const before = new Map(this.known);
		const listed = await api.phones(LISTED);
		return () => {
			this.listed = listed;
			// A setting that was saved since stands: the switch would flip back until the next look.
			for (const phone of listed) if (this.known.get(phone.number) === before.get(phone.number)) this.known.set(phone.number, phone);
		};
	}

	/** Opened from a record or by its number, a phone may be none of those listed. */
	async meet(numbers: string[]): Promise<News> {
		const isStranger = (number: string): boolean => !this.known.has(number);
		if (!numbers.some(isStranger)) return noNews;
		const all = new Map((await api.phones(ALL)).map((phone) => [phone.number, phone]));
		return () => {
			for (const number of numbers.filter(isStranger)) this.known.set(number, all.get(number) ?? untouched(number));
		};
	}

	async save(number: string, changes: PhoneChanges): Promise<void> {
		this.known.set(number, await api.savePhone(number, changes));
	}

	clear(): void {
		this.listed = [];
		this.known.clear();
	}
}
