/** At most so many at a time; the others wait in line. */
export class Slots {
	#free: number;
	#waiting: (() => void)[] = [];

	constructor(count: number) {
		this.#free = count;
	}

	async use<Result>(work: () => Promise<Result>): Promise<Result> {
		if (this.#free > 0) this.#free -= 1;
		else await new Promise<void>((resolve) => this.#waiting.push(resolve));
		try {
			return await work();
		} finally {
			const next = this.#waiting.shift();
			if (next) next();
			else this.#free += 1;
		}
	}
}
