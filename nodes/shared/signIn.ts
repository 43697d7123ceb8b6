import type { IN8nHttpFullResponse, INode } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

/** The answer inside an error that n8n made of it, say of a 401 that stayed one after the token was renewed. */
export function answerIn(
	error: unknown,
): { status: number; headers: IN8nHttpFullResponse['headers']; body: unknown } | null {
	for (const each of causes(error)) {
		const { response } = each as { response?: { status?: unknown; headers?: object; data?: unknown } };
		if (typeof response?.status === 'number')
			return { status: response.status, headers: { ...response.headers }, body: response.data };
	}
	return null;
}

function* causes(error: unknown): Generator<object> {
	for (let each = error; typeof each === 'object' && each !== null; each = (each as { cause?: unknown }).cause)
		yield each;
}

/** Codes of n8n's OAuth2 client, and none at all: Kakao Login has answered, but not with a token. */
const SIGN_IN_CODES: ReadonlySet<string> = new Set(['', 'EAUTH', 'ESTATUS']);

export const isAboutSignIn = (code: string): boolean => SIGN_IN_CODES.has(code);

/** Nobody has signed in yet, or Kakao will not renew the token: nothing can be asked until a person signs in again. */
export function signInError(node: INode, error: unknown): NodeOperationError {
	const said = [...causes(error)].map((each) => (each as Partial<Error>).message ?? '').filter(Boolean);
	return new NodeOperationError(node, 'Kakao does not renew this sign-in', {
		description: `Open the credential and press Connect again. A sign-in ends when it is not used for two months, and when the person leaves the app. (${[...new Set(said)].join(' – ')})`,
	});
}
