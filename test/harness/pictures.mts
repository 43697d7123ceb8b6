import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

/** The start of a PNG of that size, which is all that anybody reads of it. @param mark makes it another picture */
export function png(width: number, height: number, mark = ''): Buffer {
	const start = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
	const size = Buffer.alloc(17);
	size.writeUInt32BE(width, 0);
	size.writeUInt32BE(height, 4);
	return Buffer.concat([start, size, Buffer.from(mark)]);
}

/** The start of a JPEG: a comment, then the frame with the size. */
export function jpeg(width: number, height: number, mark = ''): Buffer {
	const start = Buffer.from([0xff, 0xd8, 0xff, 0xfe, 0, 4, 1, 2, 0xff, 0xc0, 0, 11, 8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
	start.writeUInt16BE(height, 13);
	start.writeUInt16BE(width, 15);
	return Buffer.concat([start, Buffer.from(mark)]);
}

/** An item with a file, as n8n keeps it in memory. */
export const withFile = (
	json: IDataObject,
	bytes: Buffer,
	about: { field?: string; fileName?: string } = {},
): INodeExecutionData => ({
	json,
	binary: {
		[about.field ?? 'data']: {
			data: bytes.toString('base64'),
			mimeType: 'image/png',
			...(about.fileName !== undefined && { fileName: about.fileName }),
		},
	},
});

export interface PictureServer {
	url: string;
	/** Paths that were asked for. */
	asked: string[];
	close(): Promise<void>;
}

/** A shop's web server. What it does not have it answers with 404. */
export async function pictureServer(files: Readonly<Record<string, Buffer>>): Promise<PictureServer> {
	const asked: string[] = [];
	const server = createServer(({ url = '/' }, response) => {
		asked.push(url);
		const file = files[url];
		if (file) response.writeHead(200, { 'content-type': 'image/png' }).end(file);
		else response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Not Found</h1>');
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	const close = async () => {
		server.closeAllConnections();
		await new Promise<void>((resolve) => server.close(() => resolve()));
	};
	return { url: `http://127.0.0.1:${port}`, asked, close };
}
