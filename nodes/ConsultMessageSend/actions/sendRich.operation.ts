import type { Desk, FileUpload, RichBubble } from '../../../kakao/consult/contract';
import type { ReplyTarget } from '../../../kakao/consult/event';
import { BadInput, textOf } from '../../shared/badInput';
import type { Conversation } from '../../../kakao/delivery/conversation';
import { Parameters } from '../../shared/parameters';
import { fileOf, type FileSource } from '../files';
import { layoutReader } from '../layout';
import { planOf, type Done, type Operation, type Workbench } from '../plan';
import { consultButtons, quickReplies } from '../rows';

/** A text with a picture, buttons or quick replies. */
export const sendRich: Operation = {
	ability: 'send buttons and pictures',
	can: ({ capabilities: { sends } }) => sends.buttons || sends.quickReplies || sends.image,
	addresses: 'open',
	reader(bench) {
		const { desk } = bench;
		const bubbleAt = bubbleReader(bench);
		/** Addresses of pictures that were uploaded already: many customers mostly get the same one. */
		const uploaded = new Map<string, string>();
		return (at) => {
			const { file, ...bubble } = bubbleAt(at);
			return (target, serial) => {
				if (!file) return planOf(() => desk.sendRich(target, bubble, serial));
				return {
					rehearse: () => desk.sendRich(target, { ...bubble, image: TO_COME }, serial),
					begin: async () => {
						const key = JSON.stringify([target.senderKey, file.id]);
						const image = uploaded.get(key);
						if (image !== undefined) return desk.sendRich(target, { ...bubble, image }, serial);
						const keep = (url: string) => void uploaded.set(key, url);
						return withPicture(desk, { target, serial, bubble, file: await file.load(), keep });
					},
				};
			};
		};
	},
};

/** Stands for the address that an upload is going to give. */
const TO_COME = 'https://example.com/picture.jpg';

interface Sending {
	target: ReplyTarget;
	serial: string;
	bubble: RichBubble;
}

function* withPicture(
	desk: Desk,
	{ target, serial, bubble, file, keep }: Sending & { file: FileUpload; keep(url: string): void },
): Conversation<Done> {
	const { url } = yield* desk.upload!(target, file);
	keep(url);
	return yield* desk.sendRich(target, { ...bubble, image: url }, serial);
}

function bubbleReader({ context, items, hub, desk }: Workbench): (at: number) => RichBubble & { file?: FileSource } {
	const parameters = new Parameters(context, items);
	const read = {
		text: parameters.column('text', 'Text'),
		pictureFrom: parameters.column('pictureFrom', 'Picture'),
		pictureField: parameters.column('pictureField', 'Picture Binary Field'),
		pictureUrl: parameters.column('pictureUrl', 'Picture Address'),
		pictureLink: parameters.column('pictureLink', 'Picture Link'),
		...rowReaders(parameters),
		layout: layoutReader(parameters),
	};
	const pictureOf = (at: number): { image?: string; file?: FileSource } => {
		const from = read.pictureFrom(at);
		if (from === 'address') {
			const image = textOf(read.pictureUrl(at), 'Picture Address').trim();
			if (!/^https?:\/\//i.test(image)) throw noAddress(image);
			return { image };
		}
		if (from !== 'binary') return {};
		if (!desk.upload) throw noUpload(hub.name);
		return { file: fileOf(context, items, at, read.pictureField, 'image', 'bubbleImage') };
	};
	return (at) => {
		const link = textOf(read.pictureLink(at), 'Picture Link').trim();
		const picture = pictureOf(at);
		return {
			text: textOf(read.text(at), 'Text'),
			...picture,
			...(link !== '' && (picture.image || picture.file) && { imageLink: link }),
			buttons: consultButtons(read.buttons(at)),
			quickReplies: quickReplies(read.replies(at)),
			...read.layout(at),
		};
	};
}

/** Rows or the array that stands for them, whichever the form shows. */
function rowReaders(parameters: Parameters) {
	const rows = (name: string, field: string) =>
		parameters.column(`${name}From`, `${field} From`)(0) === 'array'
			? parameters.tree(`${name}Array`, field)
			: parameters.tree(name, field);
	return { buttons: rows('buttons', 'Buttons'), replies: rows('quickReplies', 'Quick Replies') };
}

const noAddress = (given: string) =>
	new BadInput({
		field: 'Picture Address',
		text: `is "${given}", which is no web address`,
		cure: 'Give the address that "Upload File" gave, or choose a binary field.',
	});

const noUpload = (hub: string) =>
	new BadInput({
		field: 'Picture',
		text: `cannot be uploaded: ${hub} takes no pictures from n8n`,
		cure: 'Give the address of a picture instead, or leave it out.',
	});
