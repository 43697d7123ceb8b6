import type { HubCapabilities } from '../../../kakao/consult/contract';
import { BadInput } from '../../shared/badInput';
import { fileReader, type FileSource } from '../files';
import { foundOut, type Operation } from '../plan';

const takes = ({ sends }: HubCapabilities, { kind }: FileSource): boolean =>
	kind === 'image' ? sends.image : sends.file;

const notTaken = (hub: string, kind: string) =>
	new BadInput({ field: 'Kind', text: `is ${kind}, which ${hub} does not take`, cure: 'Send a link to it instead.' });

/** A picture, film, recording or any other file, by itself. */
export const sendFile: Operation = {
	ability: 'send files',
	can: ({ capabilities: { sends } }, desk) => desk.sendFile !== undefined && (sends.image || sends.file),
	addresses: 'open',
	reader({ context, items, hub, desk }) {
		const fileAt = fileReader(context, items);
		return (at) => {
			const file = fileAt(at);
			if (!takes(hub.capabilities, file)) throw notTaken(hub.name, file.kind);
			return (target, serial) => ({ begin: async () => desk.sendFile!(target, await file.load(), serial) });
		};
	},
};

/** Puts a file onto Kakao's servers, for bubbles that are sent later. */
export const uploadFile: Operation = {
	ability: 'take uploads',
	can: (_hub, desk) => desk.upload !== undefined,
	addresses: 'channel',
	reader({ context, items, desk }) {
		const fileAt = fileReader(context, items);
		return (at) => {
			const file = fileAt(at);
			return (target) => ({ begin: async () => foundOut('file', desk.upload!(target, await file.load())) });
		};
	},
};
