import type { RandomText } from '../world/random.mts';
import { DAY_MS, type Clock } from './clock.mts';
import { contentTypeOf, extensionOf } from './mediaTypes.mts';
import type { ConsultFile } from './types.mts';

/** How long a customer's file can be fetched (facts 1.2: about ten days measured, the address carries `expires=`). */
export const MEDIA_LIFE_DAYS = 10;

export interface StoredFile extends ConsultFile {
	bytes: Uint8Array<ArrayBuffer>;
	/** ms since the epoch; null = for ever. */
	expires: number | null;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Kakao's hosts for consult files. Here they are the first part of the path: everything must stay on this machine. */
export const MEDIA_HOSTS = ['talk.kakaocdn.net', 'api1-kage.kakao.com'] as const;

/** All files of all consults. */
export class Media {
	/** The phone server, without a slash at the end; known only once it listens. */
	base = '';
	/** By path and query, as a client asks for it. */
	#byAddress = new Map<string, StoredFile>();
	readonly #random: () => RandomText;
	readonly #clock: Clock;

	constructor(random: () => RandomText, clock: Clock) {
		this.#random = random;
		this.#clock = clock;
	}

	/** What a customer sent. Its address is signed and ends. */
	fromCustomer(name: string, bytes: Uint8Array<ArrayBuffer>, comment: string | null = null): StoredFile {
		// The address carries whole seconds.
		const seconds = Math.floor(this.#clock.now() / 1000) + MEDIA_LIFE_DAYS * (DAY_MS / 1000);
		const prefix = contentTypeOf(name).startsWith('image/') ? 'i' : 'f';
		const path = `/talk.kakaocdn.net/dna/${this.#part(6)}/${this.#part(10)}/${this.#part(22)}/${prefix}_${this.#part(12)}.${extensionOf(name)}`;
		const query = `?credential=${this.#part(32)}&expires=${seconds}&signature=${this.#part(27)}`;
		return this.#put(path + query, { name, bytes, comment, expires: seconds * 1000 });
	}

	/** What an agent uploaded, to be sent afterwards. */
	fromAgent(name: string, bytes: Uint8Array<ArrayBuffer>, picture: boolean): StoredFile {
		const file = picture ? `img_l.${extensionOf(name)}` : `f_${this.#part(6).toLowerCase()}.${extensionOf(name)}`;
		const path = `/api1-kage.kakao.com/dn/${this.#part(5)}/${this.#part(10)}/${this.#part(22)}/${file}`;
		return this.#put(path, { name, bytes, comment: null, expires: null });
	}

	/** By the address that a message carries. */
	byUrl(url: string): StoredFile | undefined {
		return url.startsWith(`${this.base}/`) ? this.#byAddress.get(url.slice(this.base.length)) : undefined;
	}

	/** @param address path and query */
	at(address: string): StoredFile | undefined {
		return this.#byAddress.get(address);
	}

	isExpired(file: StoredFile): boolean {
		return file.expires !== null && file.expires <= this.#clock.now();
	}

	clear(): void {
		this.#byAddress.clear();
	}

	#put(address: string, { name, bytes, comment, expires }: Pick<StoredFile, 'name' | 'bytes' | 'comment' | 'expires'>): StoredFile {
		const file: StoredFile = {
			url: this.base + address, name, size: bytes.length, contentType: contentTypeOf(name), comment,
			expiresAt: expires === null ? null : new Date(expires).toISOString(), bytes, expires,
		};
		this.#byAddress.set(address, file);
		return file;
	}

	#part(length: number): string {
		return this.#random()(LETTERS, length);
	}
}

/** What the outside may see of a file. */
export const plainFile = ({ bytes: _bytes, expires: _expires, ...file }: StoredFile): ConsultFile => file;
