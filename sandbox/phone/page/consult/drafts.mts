const keyOf = (number: string, channel: string): string => `${number} ${channel}`;

/** What agents have typed and not sent: the field for one consult gives way to another's, and must not lose it. */
export class Drafts {
	private texts = new Map<string, string>();

	/** Of one phone in one channel. */
	of(number: string, channel: string): string {
		return this.texts.get(keyOf(number, channel)) ?? '';
	}

	keep(number: string, channel: string, text: string): void {
		this.texts.set(keyOf(number, channel), text);
	}

	clear(): void {
		this.texts.clear();
	}
}
