import type { RandomText } from './random.mts';
import { type ImageKind, type ReadImage, readImage } from './imageRules.mts';

export { imageProblem, readImage, IMAGE_KINDS, type ImageKind, type ImageProblem } from './imageRules.mts';

/** A picture on Kakao's servers. */
export interface StoredImage {
	/** At most 32 characters (SOLAPI's `imageId`). */
	id: string;
	/** Counts uploads from 1 (NHN Cloud's `imageSeq`). */
	seq: number;
	/** Where a phone gets it, and what NHN Cloud calls `imageUrl`. */
	url: string;
	name: string;
	kind: ImageKind;
	width: number;
	height: number;
	/** Only the demo's own drawings are SVG. */
	format: ReadImage['format'] | 'svg';
	bytes: Uint8Array<ArrayBuffer>;
	createdAt: string;
}

const ID_LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz0123456789';
const TYPES = { png: 'image/png', jpg: 'image/jpeg', svg: 'image/svg+xml' } as const;

/** All uploaded pictures of Brand Messages. One store for all dealers, as there is one Kakao behind them. */
export class Images {
	/** The phone server, without a slash at the end; known only once it listens. */
	base = '';
	#byId = new Map<string, StoredImage>();
	#lastSeq = 0;
	readonly #random: () => RandomText;

	constructor(random: () => RandomText) {
		this.#random = random;
	}

	/** Stores an upload. Check it with `imageProblem` first. @throws Error when it is neither PNG nor JPEG */
	add({ bytes, name, kind }: { bytes: Uint8Array<ArrayBuffer>; name: string; kind: ImageKind }): StoredImage {
		const read = readImage(bytes);
		if (!read) throw new Error(`${name} is neither PNG nor JPEG`);
		return this.put(`IM${this.#random()(ID_LETTERS, 28)}`, { ...read, bytes, name, kind });
	}

	/** Stores a picture under an id of the caller's choice: the demo's drawings. */
	put(id: string, picture: Omit<StoredImage, 'id' | 'seq' | 'url' | 'createdAt'>): StoredImage {
		const image = { id, seq: ++this.#lastSeq, url: `${this.base}/images/${id}`, ...picture, createdAt: new Date().toISOString() };
		this.#byId.set(id, image);
		return image;
	}

	find(id: string): StoredImage | undefined {
		return this.#byId.get(id);
	}

	byUrl(url: string): StoredImage | undefined {
		const start = `${this.base}/images/`;
		return url.startsWith(start) ? this.find(url.slice(start.length)) : undefined;
	}

	/** @returns whether it was there */
	remove(id: string): boolean {
		return this.#byId.delete(id);
	}

	/** In the order of upload. */
	all(): StoredImage[] {
		return [...this.#byId.values()];
	}

	clear(): void {
		this.#byId.clear();
		this.#lastSeq = 0;
	}
}

export const contentType = (image: StoredImage): string => TYPES[image.format];
