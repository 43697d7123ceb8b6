/** Which phones are on the stage. */
export class OpenPhones {
	/** In the order of opening; the newest are shown as far as they fit. */
	numbers: string[] = [];
	private fit = 1;
	private closedByUser = new Set<string>();

	get shown(): string[] {
		return this.numbers.slice(-this.fit);
	}

	/** @returns whether that is a change */
	setFit(fit: number): boolean {
		if (fit === this.fit) return false;
		this.fit = fit;
		return true;
	}

	open(number: string): void {
		this.closedByUser.delete(number);
		this.numbers = [...this.numbers.filter((other) => other !== number), number];
	}

	close(number: string): void {
		this.closedByUser.add(number);
		this.numbers = this.numbers.filter((other) => other !== number);
	}

	/**
	 * Fills free places, except with what the user has closed.
	 * @param wanted most wanted first
	 * @returns the numbers opened
	 */
	fill(wanted: Iterable<string>): string[] {
		const free = this.fit - this.numbers.length;
		// On a narrow screen, going back to the list is a wish to see the list.
		if (free <= 0 || (this.fit === 1 && this.closedByUser.size > 0)) return [];
		const chosen = [...new Set(wanted)]
			.filter((number) => number !== '' && !this.numbers.includes(number) && !this.closedByUser.has(number))
			.slice(0, free);
		this.numbers = [...this.numbers, ...chosen];
		return chosen;
	}

	clear(): void {
		this.numbers = [];
		this.closedByUser.clear();
	}
}
