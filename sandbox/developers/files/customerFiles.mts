import { kstSeconds } from '../../world/kst.mts';
import type { Channel } from '../../world/types.mts';
import { KapiError } from '../errors.mts';
import type { FileSchema } from './schema.mts';

export type Fields = Readonly<Record<string, string | number>>;

export interface CustomerFile {
	/** Goes on from file to file, whatever the channel. */
	id: number;
	/** The channel's `@name`. */
	channel: string;
	name: string;
	schema: FileSchema;
	updatedAt: number;
	/** By phone number: adding somebody again replaces the row. */
	users: Map<string, Fields>;
}

const FILES_MAX = 30;
const NAME_MAX = 50;
const FIRST_ID = 436;

/** The channel's customer files (고객파일), as the Partner Center would list them. */
export class CustomerFiles {
	#all: CustomerFile[] = [];
	#lastId = FIRST_ID;
	readonly #changed: () => void;

	constructor(changed: () => void) {
		this.#changed = changed;
	}

	get all(): readonly CustomerFile[] {
		return this.#all;
	}

	of({ searchId }: Channel): CustomerFile[] {
		return this.#all.filter(({ channel }) => channel === searchId);
	}

	/** @throws KapiError -817 for a name used before or not allowed (which ones are, is undocumented), -818 when there are 30 */
	create(channel: Channel, name: string, schema: FileSchema): CustomerFile {
		const present = this.of(channel);
		if (present.some((file) => file.name === name) || name.trim() === '' || name.length > NAME_MAX) throw new KapiError(-817);
		if (present.length >= FILES_MAX) throw new KapiError(-818);
		const file = { id: ++this.#lastId, channel: channel.searchId, name, schema, updatedAt: Date.now(), users: new Map<string, Fields>() };
		this.#all.push(file);
		this.#changed();
		return file;
	}

	touched(file: CustomerFile): void {
		file.updatedAt = Date.now();
		this.#changed();
	}

	clear(): void {
		this.#all = [];
		this.#lastId = FIRST_ID;
	}
}

/**
 * The answer of the list, as a working product's client types it (facts 2.2): `schema` is a text, and `{}` in a file without a
 * valid user. The words of `status` and the time zone of `update_at` are guesses.
 */
export function listed(files: readonly CustomerFile[], schemaAs: 'string' | 'object'): object {
	return {
		empty_slot: FILES_MAX - files.length, using_slot: files.length,
		results: files.map(({ id, name, schema, updatedAt, users }) => {
			const shown = users.size > 0 ? schema : {};
			const text = schemaAs === 'string' ? JSON.stringify(shown) : shown;
			return { file_id: id, file_name: name, status: 'using', update_at: kstSeconds(updatedAt), schema: text };
		}),
	};
}
