import { api, type PhoneChanges, type PhoneRow } from './api.mts';

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

	async load(): Promise<void> {
		this.listed = await api.phones(LISTED);
		for (const phone of this.listed) this.known.set(phone.number, phone);
	}

	/** Opened from a record or by its number, a phone may be none of those listed. */
	async meet(numbers: string[]): Promise<void> {
		const strangers = numbers.filter((number) => !this.known.has(number));
		if (strangers.length === 0) return;
		const all = new Map((await api.phones(ALL)).map((phone) => [phone.number, phone]));
		for (const number of strangers) this.known.set(number, all.get(number) ?? untouched(number));
	}

	async save(number: string, changes: PhoneChanges): Promise<void> {
		this.known.set(number, await api.savePhone(number, changes));
	}

	clear(): void {
		this.known.clear();
	}
}
