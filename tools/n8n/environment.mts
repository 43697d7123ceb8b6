/** Modules of n8n that a local, offline demo has no use for; without the first, n8n asks api.n8n.io at every start. */
const disabledModules = [
	'mcp-registry',
	'insights',
	'external-secrets',
	'source-control',
	'sso-oidc',
	'sso-saml',
	'ldap',
	'log-streaming',
	'quick-connect',
	'instance-ai',
];

export interface N8nPlace {
	/** N8N_USER_FOLDER: n8n makes `.n8n/` in it. */
	home: string;
	port: number;
	/** Port between n8n and the runner of its Code nodes; two n8n on one machine need two. */
	brokerPort: number;
}

/** What n8n is told: this machine only, no calls home, Korean time. */
export function n8nEnvironment({ home, port, brokerPort }: N8nPlace): NodeJS.ProcessEnv {
	return {
		N8N_USER_FOLDER: home,
		N8N_HOST: '127.0.0.1',
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_PORT: String(port),
		N8N_RUNNERS_BROKER_PORT: String(brokerPort),
		N8N_SECURE_COOKIE: 'false',
		GENERIC_TIMEZONE: 'Asia/Seoul',
		// Triggers of community packages: 13 events per second without it, 102 with it.
		N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true',
		// n8n 3 leaves packages without n8n's seal off by default.
		N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
		N8N_VERIFIED_PACKAGES_ENABLED: 'false',
		N8N_DISABLED_MODULES: disabledModules.join(','),
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
		N8N_DYNAMIC_BANNERS_ENABLED: 'false',
		N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
	};
}
