/** Thrown when Channel Talk refuses a call. The statuses are its own; the body's form is not in its documents. */
export class ChannelError extends Error {
	readonly status: 400 | 401 | 404 | 422 | 429;
	readonly type: string;

	constructor(status: ChannelError['status'], type: string, message: string) {
		super(message);
		this.status = status;
		this.type = type;
	}
}

export const errorBody = (status: number, type: string, message: string) => ({ type, status, language: 'en', errors: [{ message }] });

export const notFound = (what: string) => new ChannelError(404, `${what}NotFound`, `${what} was not found`);

export const badRequest = (message: string) => new ChannelError(422, 'validationFailed', message);
