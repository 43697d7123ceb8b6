import { recall, remember } from './remember.mts';

/** How many messages of each phone somebody has read; the browser keeps it between visits. */
export class ReadMarks {
	private read = new Map<string, number>(Object.entries(recall<Record<string, number>>('seen', {})));
	/** Unread messages when the phone was opened: where to draw the line. */
	private opening = new Map<string, number>();

	/** @param count how many messages the phone has */
	unread(number: string, count: number): number {
		return Math.max(0, count - (this.read.get(number) ?? 0));
	}

	opened(number: string, count: number): void {
		this.opening.set(number, this.unread(number, count));
	}

	unreadAtOpening(number: string): number {
		return this.opening.get(number) ?? 0;
	}

	mark(counts: ReadonlyMap<string, number>): void {
		for (const [number, count] of counts) this.read.set(number, count);
		this.keep();
	}

	/** Fewer messages than were read: the sandbox has begun anew while nobody watched. */
	correct(number: string, count: number): void {
		if ((this.read.get(number) ?? 0) > count) this.read.delete(number);
	}

	clear(): void {
		this.read.clear();
		this.opening.clear();
		this.keep();
	}

	private keep(): void {
		remember('seen', Object.fromEntries(this.read));
	}
}
