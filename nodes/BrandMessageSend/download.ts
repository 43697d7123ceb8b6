import type { IExecuteFunctions, IN8nHttpFullResponse } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { failedExchange } from '../shared/wire';

const TIMEOUT = 30_000;

/** The bytes at an address. @throws NodeOperationError that says why the server did not give them */
export async function downloadPicture(context: IExecuteFunctions, url: string): Promise<Buffer> {
	const node = context.getNode();
	const request = context.helpers.httpRequest({
		method: 'GET',
		url,
		encoding: 'arraybuffer',
		timeout: TIMEOUT,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
	}) as Promise<IN8nHttpFullResponse>;
	const response = await request.catch((error: unknown) => {
		throw new NodeOperationError(node, `the server did not give it (${failedExchange(error, TIMEOUT).detail})`);
	});
	if (response.statusCode >= 300) throw new NodeOperationError(node, `the server answered HTTP ${response.statusCode}`);
	return Buffer.from(response.body as unknown as ArrayBuffer);
}
