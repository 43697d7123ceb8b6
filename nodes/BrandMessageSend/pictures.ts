import { createHash } from 'node:crypto';

import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import type { BrandContent } from '../../kakao/message/brand/content';
import { replacePictures, type Picture } from '../../kakao/message/brand/pictures';
import { readPicture } from '../../kakao/message/brand/readPicture';
import type { Problem } from '../../kakao/message/limits';
import { BadInput } from '../shared/badInput';
import { downloadPicture } from './download';
import type { NamePicture } from './read/parts';

/** What stands in a content for a picture that has still to be uploaded; anything else is the dealer's own reference. */
const FILE = 'file:';
const DOWNLOAD = 'download:';

export const isToBeUploaded = (image: string): boolean => image.startsWith(FILE) || image.startsWith(DOWNLOAD);

/** A picture's address or file name as a person knows it. */
const shownPicture = (image: string): string =>
	image.startsWith(DOWNLOAD)
		? image.slice(DOWNLOAD.length)
		: image.startsWith(FILE)
			? image.slice(FILE.length).replace(/#\d+$/, '')
			: image;

/** The content with its pictures as the user named them. */
export const shownContent = (content: BrandContent): BrandContent => replacePictures(content, shownPicture);

/** What is known of a picture once it was looked at. */
export interface Seen extends Picture {
	/** Equal for equal pictures, wherever they come from. */
	hash: string;
	name: string;
}

/** Bytes kept between the look and the upload; what is beyond is loaded a second time. */
const KEPT_BYTES = 64 * 1024 * 1024;

/** The pictures of a run. Each is looked at once, however many recipients get it. */
export class PictureSources {
	/** Where the file of a name is. */
	private readonly files = new Map<string, { itemIndex: number; field: string }>();
	/** Names by what n8n keeps of a file: equal for the same file in several items. */
	private readonly fileNames = new Map<string, string>();
	private readonly seen = new Map<string, Promise<Seen | Problem>>();
	private readonly kept = new Map<string, Buffer>();
	private keptBytes = 0;
	/** Looked for once: thousands of items ask. */
	private readonly onlyOwners = new Map<string, number | undefined>();

	constructor(
		private readonly context: IExecuteFunctions,
		private readonly items: readonly INodeExecutionData[],
	) {}

	/** Names the picture of one item. Nothing is loaded yet. */
	namePicture(itemIndex: number): NamePicture {
		return (from, image, field) => {
			if (from === 'uploaded') return image;
			if (from === 'binary') return this.nameFile(itemIndex, image, field);
			if (/^https?:\/\//i.test(image)) return `${DOWNLOAD}${image}`;
			throw new BadInput({
				field,
				text: `is "${image}", which is no web address`,
				cure: 'Begin it with https://, or choose "Binary Field" or "Uploaded Before" as its source.',
			});
		};
	}

	/** The picture's format and size, or why it cannot be used. */
	async look(name: string, field: string): Promise<Seen | { problem: Problem }> {
		const known = this.seen.get(name) ?? this.lookNow(name);
		this.seen.set(name, known);
		const result = await known;
		if ('cure' in result) return { problem: { ...result, field } };
		return result;
	}

	/** Equal files have one name: several items mostly carry the same one. */
	private nameFile(itemIndex: number, field: string, shown: string): string {
		const at = this.items[itemIndex]!.binary?.[field] ? itemIndex : this.onlyOwner(field);
		const binary = at === undefined ? undefined : this.items[at]!.binary?.[field];
		if (at === undefined || !binary)
			throw new BadInput({
				field: shown,
				text: `names the binary field "${field}", which the item does not have`,
				cure: 'Name the field as the earlier node shows it under Binary. A file that only one item has is used for all.',
			});
		const key = binary.id ?? binary.data;
		const known = this.fileNames.get(key);
		if (known !== undefined) return known;
		const name = `${FILE}${binary.fileName ?? field}#${this.files.size + 1}`;
		this.fileNames.set(key, name);
		this.files.set(name, { itemIndex: at, field });
		return name;
	}

	/** The one item that has a file, where exactly one has: a campaign's picture. */
	private onlyOwner(field: string): number | undefined {
		if (!this.onlyOwners.has(field)) {
			const owners = this.items.flatMap(({ binary }, at) => (binary?.[field] ? [at] : []));
			this.onlyOwners.set(field, owners.length === 1 ? owners[0] : undefined);
		}
		return this.onlyOwners.get(field);
	}

	/** Its bytes, loaded once more where memory did not allow to keep them; or why that failed. */
	async bytes(name: string): Promise<Buffer | Problem> {
		const kept = this.kept.get(name);
		if (kept) return kept;
		const loaded = await this.load(name).catch((error: Error) => error);
		return loaded instanceof Error
			? unusable(`could not be loaded: ${loaded.message}`, 'Check the address or the file.')
			: loaded;
	}

	private async lookNow(name: string): Promise<Seen | Problem> {
		const bytes = await this.bytes(name);
		if ('cure' in bytes) return bytes;
		const picture = readPicture(bytes);
		if (!picture) return unusable('is neither JPG nor PNG', 'Convert it: KakaoTalk takes these two only.');
		const file = this.files.get(name);
		const fileName = file ? this.items[file.itemIndex]!.binary?.[file.field]?.fileName : undefined;
		this.keptBytes += bytes.length;
		if (this.keptBytes <= KEPT_BYTES) this.kept.set(name, bytes);
		return {
			...picture,
			hash: createHash('sha256').update(bytes).digest('hex'),
			name: withEnding(fileName ?? 'image', picture.format),
		};
	}

	private async load(name: string): Promise<Buffer> {
		if (name.startsWith(DOWNLOAD)) return await downloadPicture(this.context, name.slice(DOWNLOAD.length));
		const file = this.files.get(name);
		if (!file) throw new NodeOperationError(this.context.getNode(), `The picture "${name}" is not known`);
		return await this.context.helpers.getBinaryDataBuffer(file.itemIndex, file.field);
	}
}

const unusable = (text: string, cure: string): Problem => ({ field: '', text, cure });

/** Dealers judge the format by the name's ending. */
function withEnding(name: string, format: Picture['format']): string {
	const ending = format === 'jpeg' ? 'jpg' : 'png';
	return `${name.replace(/\.[^.]*$/, '') || 'image'}.${ending}`;
}
