/** Who may import whom. DESIGN: nodes and credentials speak n8n, kakao is plain TypeScript, the sandbox knows neither. */
const published = '^(nodes|credentials|kakao)/';
const crypto = '^(node:)?crypto$';
const luxon = 'node_modules/(@types/)?luxon/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
	forbidden: [
		{
			name: 'no-circular',
			comment: 'Files that need each other are one file, or want a third.',
			severity: 'error',
			from: {},
			to: { circular: true },
		},
		{
			name: 'resolvable',
			comment: 'Every import leads somewhere.',
			severity: 'error',
			from: {},
			to: { couldNotResolve: true },
		},
		{
			name: 'kakao-is-plain',
			comment: 'kakao/ knows nothing of n8n: its own files, luxon and node:crypto only.',
			severity: 'error',
			from: { path: '^kakao/' },
			to: { pathNot: ['^kakao/', luxon, crypto] },
		},
		{
			name: 'message-knows-no-way',
			comment: 'kakao/message is what is sent, not how: delivery builds on it, dealers on both.',
			severity: 'error',
			from: { path: '^kakao/message/' },
			to: { path: '^kakao/(delivery|partner|dealers|policy|consult|channel|chatbot)/' },
		},
		{
			name: 'delivery-knows-no-dealer',
			comment: 'Delivery drives whatever keeps its service contract.',
			severity: 'error',
			from: { path: '^kakao/delivery/' },
			to: { path: '^kakao/(partner|dealers|policy|consult|channel|chatbot)/' },
		},
		{
			name: 'partner-is-common-ground',
			comment:
				'What dealers, consult hubs and Kakao Developers share knows none of them; they know each other as little.',
			severity: 'error',
			from: { path: '^kakao/partner/' },
			to: { path: '^kakao/(dealers|policy|consult|channel|chatbot)/' },
		},
		{
			name: 'consult-stands-apart',
			severity: 'error',
			from: { path: '^kakao/consult/' },
			to: { path: '^kakao/(dealers|policy|channel|chatbot)/' },
		},
		{
			name: 'channel-stands-apart',
			severity: 'error',
			from: { path: '^kakao/channel/' },
			to: { path: '^kakao/(dealers|policy|consult|chatbot)/' },
		},
		{
			name: 'chatbot-stands-apart',
			severity: 'error',
			from: { path: '^kakao/chatbot/' },
			to: { path: '^kakao/(dealers|policy|consult|channel)/' },
		},
		{
			name: 'dealers-stand-apart',
			severity: 'error',
			from: { path: '^kakao/dealers/' },
			to: { path: '^kakao/(policy|consult|channel|chatbot)/' },
		},
		{
			name: 'nodes-name-no-dealer',
			comment: 'Nodes reach dealers and hubs through their registries and read their capabilities.',
			severity: 'error',
			from: { path: '^(nodes|credentials)/' },
			to: { path: '^kakao/(dealers|consult)/[^/]+/', pathNot: '^kakao/consult/entry/' },
		},
		{
			name: 'published-code-is-light',
			comment: 'No runtime dependencies: n8n-workflow, luxon and crypto are what every n8n has.',
			severity: 'error',
			from: { path: '^(nodes|credentials)/' },
			to: { pathNot: [published, 'node_modules/n8n-workflow/', luxon, crypto] },
		},
		{
			name: 'credentials-stand-alone',
			severity: 'error',
			from: { path: '^credentials/' },
			to: { path: '^nodes/' },
		},
		{
			name: 'sandbox-is-a-stranger',
			comment: 'The local Kakao is written from the documents; sharing code, it would only agree with itself.',
			severity: 'error',
			from: { path: '^sandbox/' },
			to: { path: '^(nodes|credentials|kakao|test|tools)/' },
		},
		{
			name: 'sources-not-dist',
			severity: 'error',
			from: { pathNot: '^dist/' },
			to: { path: '^dist/' },
		},
	],
	options: {
		doNotFollow: { path: ['node_modules', '^dist/'] },
		exclude: { path: '^tools/(n8n-host|runtime)/' },
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.dev.json' },
		enhancedResolveOptions: {
			exportsFields: ['exports'],
			conditionNames: ['import', 'require', 'node', 'default', 'types'],
			extensions: ['.ts', '.mts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
		},
	},
};
