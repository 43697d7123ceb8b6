/** KOE codes of the facts (4) where they name one; KOE010, KOE237, KOE303 and KOE320 are general knowledge, unconfirmed. */
const PROBLEMS = {
	wrongKey: { code: 'KOE101', error: 'invalid_client', text: 'Not exist client_id []', status: 401 },
	wrongSecret: { code: 'KOE010', error: 'invalid_client', text: 'Bad client credentials', status: 401 },
	redirect: { code: 'KOE006', error: 'invalid_request', text: 'Admin Settings Issue. Not registered redirect_uri', status: 400 },
	redirectMismatch: { code: 'KOE303', error: 'invalid_grant', text: 'Redirect URI mismatch.', status: 400 },
	code: { code: 'KOE320', error: 'invalid_grant', text: 'authorization code not found', status: 400 },
	refresh: { code: 'KOE322', error: 'invalid_grant', text: 'expired_or_invalid_refresh_token', status: 400 },
	often: { code: 'KOE237', error: 'invalid_request', text: 'token request rate limit exceeded', status: 400 },
	grant: { code: 'KOE203', error: 'unsupported_grant_type', text: 'unsupported grant_type', status: 400 },
	form: { code: 'KOE001', error: 'invalid_request', text: 'the body must be form-urlencoded', status: 400 },
} as const;

export class KauthError extends Error {
	readonly #problem: (typeof PROBLEMS)[keyof typeof PROBLEMS];

	constructor(problem: keyof typeof PROBLEMS) {
		super(PROBLEMS[problem].text);
		this.#problem = PROBLEMS[problem];
	}

	get status(): 400 | 401 {
		return this.#problem.status;
	}

	get code(): string {
		return this.#problem.code;
	}

	get body(): object {
		return { error: this.#problem.error, error_description: this.message, error_code: this.#problem.code };
	}
}
