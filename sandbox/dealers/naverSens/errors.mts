/** Thrown when a request is refused; becomes `{status, errors, errorMessage}` (E-OV). */
export class SensError extends Error {
	readonly status: 400 | 401 | 403 | 404 | 413 | 500;
	readonly errors: string[];

	constructor(status: SensError['status'], message: string, errors: string[] = []) {
		super(message);
		this.status = status;
		this.errors = errors;
	}
}

/** The body of an error answer. */
export const errorBody = (status: number, errorMessage: string, errors: string[] = []) => ({ status, errors, errorMessage });

export const badRequest = (...errors: string[]) => new SensError(400, 'Bad Request', errors);
