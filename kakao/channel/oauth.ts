/** Kakao Login as n8n's OAuth2 credential needs it (facts kakao-developers §4). The client ID is the REST API key. */
export const KAKAO_OAUTH = {
	authorizeUrl: 'https://kauth.kakao.com/oauth/authorize',
	/** Also for refreshing. A new refresh token comes only when less than a month is left: keep the old one otherwise. */
	tokenUrl: 'https://kauth.kakao.com/oauth/token',
	/** Client ID and secret go in the form: Basic is not documented. */
	authentication: 'body',
	/** Separated by blanks. */
	scopes: {
		/** Relationship with the channel. */
		channel: 'plusfriends',
		/** "Send to me". */
		message: 'talk_message',
	},
	/** Where a token can be used. */
	apiUrl: 'https://kapi.kakao.com',
	/** Costs nothing and proves the token. */
	probePath: '/v1/user/access_token_info',
	/** Days without use after which the person must sign in again. */
	refreshTokenDays: 60,
} as const;
