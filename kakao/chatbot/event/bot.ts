import { object, text } from '../../partner/json';
import type { Partner } from '../../partner/partner';

/** Task of which Kakao surely knows nothing: that it is not found already proves the way there. */
const NO_TASK = '/v1/tasks/00000000-0000-0000-0000-000000000000';

/**
 * The bot that speaks first, bot-api.kakao.com. Signs with the REST API key: the admin key is wrong here, though the
 * scheme's word is the same (facts kakao-developers §0, trap 14).
 */
export const kakaoBot: Partner = {
	id: 'kakaoBot',
	name: 'Kakao Bot Event API',
	baseUrl: 'https://bot-api.kakao.com',
	credentialFields: [
		{
			name: 'restApiKey',
			label: 'REST API Key',
			secret: true,
			help: 'Kakao Developers (developers.kakao.com) → the app connected to the bot → Platform key → REST API key',
		},
	],
	sign: (request, { restApiKey }) => ({
		path: request.path,
		headers: { Authorization: `KakaoAK ${restApiKey ?? ''}`, 'Content-Type': 'application/json' },
	}),
	probe: {
		request: { method: 'GET', path: NO_TASK },
		// Reading a task may need no key at all (facts §7.5), so this proves the address more than the key.
		explain({ status, body }) {
			const said = text(object(body).msg) ?? text(object(body).message) ?? '';
			const words = said ? ` (Kakao: ${said})` : '';
			if (status === 401) return `Kakao does not accept the REST API key for bots. Copy it again.${words}`;
			if (status >= 500) return `Kakao’s bot server is out of order (HTTP ${status}). Try again in a moment.`;
			if (status >= 300 && status < 400) return `The address leads elsewhere (HTTP ${status}). Check the base URL.`;
			return null;
		},
	},
};
