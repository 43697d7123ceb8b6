import type { Answer, Conversation, Reply } from '../../delivery/conversation';
import { problem } from '../../message/brand/problems';
import type { Made } from '../../message/made';
import type { Reason } from '../../message/outcome';
import { DealerFailure } from '../../partner/failure';
import { list, object, text, type JsonObject } from '../../partner/json';
import { ask, change, mayBeDone, refusalIn } from '../ask';
import { filesRequest } from '../permissions';
import { readSchema, toSchema, type Column } from './columns';

/** A customer file (고객 파일) of a channel. */
export interface CustomerFile {
	id: string;
	name: string;
	/** Kakao's own word; its vocabulary is not documented (facts kakao-developers §2.2). */
	status: string | null;
	/** As Kakao writes it; the format is not documented. */
	updatedAt: string | null;
	/** Null where Kakao doesn't tell, as for a file without a valid user. */
	columns: Column[] | null;
}

export interface CustomerFiles {
	files: CustomerFile[];
	/** Of the channel's 30; null where Kakao doesn't tell. */
	used: number | null;
	free: number | null;
}

/** @throws DealerFailure */
export function* listFiles(channelId: string): Conversation<CustomerFiles> {
	return readFiles(bodyOf(yield* ask(filesRequest(channelId)), 'the customer files'));
}

const readFiles = (body: JsonObject): CustomerFiles => ({
	files: list(body.results).map(toFile),
	used: countOf(body.using_slot),
	free: countOf(body.empty_slot),
});

/** @throws DealerFailure with Kakao's reason */
function bodyOf(reply: Reply, what: string): JsonObject {
	const reason = refusalIn(reply);
	if (reason) throw new DealerFailure(what, reason);
	return object((reply as Answer).body);
}

const toFile = (row: JsonObject): CustomerFile => ({
	id: text(row.file_id) ?? '',
	name: text(row.file_name) ?? '',
	status: text(row.status) ?? null,
	updatedAt: text(row.update_at) ?? null,
	columns: readSchema(row.schema),
});

/** The number of a file as a person or a list gives it. */
export function readFileId(value: unknown): Made<string> {
	const digits = text(value)?.trim() ?? '';
	if (/^[1-9]\d{0,14}$/.test(digits)) return { value: digits };
	return { problems: [problem('File', `"${digits}" is no file number`, 'Choose the file from the list.')] };
}

/** A count in an answer; null for anything else. */
export const countOf = (value: unknown): number | null => {
	const digits = text(value);
	return digits !== undefined && /^\d+$/.test(digits) ? Number(digits) : null;
};

export interface NewFile {
	/** Public ID. */
	channelId: string;
	name: string;
	columns: readonly Column[];
}

/**
 * Makes a customer file and returns its id. Names are unique in a channel, so a lost answer is settled by the list: the
 * name with the same columns is the file asked for.
 * @throws DealerFailure of kind `unknown` where nobody can tell whether the file was made
 */
export function* createFile(file: NewFile): Conversation<string> {
	const { channelId, name, columns } = file;
	const reply = yield* change({
		method: 'POST',
		path: '/v1/talkchannel/create/target_user_file',
		body: { channel_public_id: channelId, file_name: name, schema: toSchema(columns) },
	});
	const refusal = refusalIn(reply);
	// Not for a code nobody knows: it may mean that somebody else has a file of this name.
	if (refusal?.retryable && mayBeDone(reply, refusal)) return yield* madeAfterAll(file, refusal);
	const id = text(bodyOf(reply, NEW_FILE).file_id);
	if (id !== undefined) return id;
	throw nobodyKnows({ code: 'form', codeSpace: 'http', text: 'Kakao’s answer names no file.' });
}

/** @throws DealerFailure with the first refusal where the list holds no such file */
function* madeAfterAll({ channelId, name, columns }: NewFile, refusal: Reason): Conversation<string> {
	const reply = yield* ask(filesRequest(channelId));
	if (refusalIn(reply)) throw nobodyKnows({ ...refusal, text: `${refusal.text} The file may have been made.` });
	const { files } = readFiles(bodyOf(reply, NEW_FILE));
	const schema = toSchema(columns);
	const made = files.find((file) => file.name === name && isSame(file.columns, schema));
	if (made) return made.id;
	throw new DealerFailure(NEW_FILE, refusal);
}

const NEW_FILE = 'the new customer file';

const nobodyKnows = (reason: Pick<Reason, 'code' | 'codeSpace' | 'text'>): DealerFailure =>
	new DealerFailure(NEW_FILE, {
		...reason,
		kind: 'unknown',
		advice: 'List the customer files before you make it once more.',
		retryable: false,
	});

/** A file without users may not tell its columns. */
const isSame = (columns: readonly Column[] | null, schema: Readonly<Record<string, string>>): boolean =>
	columns === null ||
	(columns.length === Object.keys(schema).length && columns.every(({ name, type }) => schema[name] === type));
