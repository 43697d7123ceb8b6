/** The owner of every n8n that this repository starts: a demo on the user's own machine, reachable from nowhere else. */
export const owner = { email: 'demo@kakao.local', firstName: 'Demo', lastName: 'Owner', password: 'Kakao-demo-1' };

/** n8n's own "no" to a request. */
export class RefusedByN8n extends Error {
	readonly status: number;

	constructor(status: number, message: string) {
		super(message);
		this.status = status;
	}
}

/** Signed-in requests to the REST interface that n8n's own editor uses. */
export class N8nSession {
	private cookie = '';
	private readonly url: string;

	constructor(url: string) {
		this.url = url;
	}

	/** One request; throws a sentence with n8n's own words when it is refused. */
	async request<T>(method: string, path: string, body?: unknown): Promise<T> {
		const response = await fetch(this.url + path, {
			method,
			headers: { 'content-type': 'application/json', cookie: this.cookie },
			...(body === undefined ? {} : { body: JSON.stringify(body) }),
		});
		const text = await response.text();
		if (!response.ok)
			throw new RefusedByN8n(
				response.status,
				`n8n answered ${response.status} to ${method} ${path}: ${messageIn(text)}`,
			);
		for (const cookie of response.headers.getSetCookie()) {
			if (cookie.startsWith('n8n-auth=')) this.cookie = cookie.slice(0, cookie.indexOf(';'));
		}
		const answer: { data: T } = JSON.parse(text === '' ? '{"data":null}' : text);
		return answer.data;
	}

	/** Makes the owner account on a new n8n, and signs in. */
	async signIn(): Promise<void> {
		const settings = await this.request<{ userManagement: { showSetupOnFirstLoad?: boolean } }>(
			'GET',
			'/rest/settings',
		);
		if (settings.userManagement.showSetupOnFirstLoad === true) await this.request('POST', '/rest/owner/setup', owner);
		else await this.request('POST', '/rest/login', { emailOrLdapLoginId: owner.email, password: owner.password });
	}

	/** The cookie of the last sign-in, `n8n-auth=…`. */
	get session(): string {
		return this.cookie;
	}
}

/** n8n's own sentence, without the stack it sends along. */
function messageIn(text: string): string {
	const found = /"message":("(?:[^"\\]|\\.)*")/.exec(text)?.[1];
	return found === undefined ? text.slice(0, 300) : (JSON.parse(found) as string);
}
