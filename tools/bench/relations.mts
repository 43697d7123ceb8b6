import { packageName } from '../n8n/paths.mts';
import type { CredentialData, N8nRest, WorkflowFile } from '../n8n/rest.mts';
import { type MeasuredNode, workflowOf } from './workflow.mts';

const CHANNEL = '_xkShop';

/** One row: who of so many users is a friend of the channel. */
export interface RelationCase {
	way: string;
	users: number;
	node: (credential: CredentialData) => MeasuredNode;
}

export interface RelationResult {
	row: RelationCase;
	/** Time of the asking node, in ms. */
	nodeMs: number;
	answered: number;
	error: string | null;
}

/** Our node, 200 users a request, beside n8n's HTTP Request node, one user a request. */
export const relationCases = (users: number): RelationCase[] => [
	{
		way: 'Relationship Check',
		users,
		node: ({ name, type }) => ({
			type: `${packageName}.kakaoChannelRelationshipCheck`,
			typeVersion: 1,
			credentials: { [type]: { id: null, name } },
			parameters: {
				askAbout: 'userIds',
				userId: '={{ $json.userId }}',
				channel: CHANNEL,
			},
		}),
	},
	{
		way: 'HTTP Request, one user each (its default)',
		users,
		node: ({ data }) => ({
			type: 'n8n-nodes-base.httpRequest',
			typeVersion: 4.2,
			parameters: {
				url: `=${String(data['baseUrl'])}/v2/api/talk/channels?target_id_type=user_id&target_id={{ $json.userId }}&channel_ids=${CHANNEL}&channel_id_type=channel_public_id`,
				sendHeaders: true,
				headerParameters: { parameters: [{ name: 'Authorization', value: `KakaoAK ${String(data['adminKey'])}` }] },
				options: {},
			},
		}),
	},
];

/** The row's workflow. The users are texts: their IDs can have 19 digits. */
function askingWorkflow({ way, users, node }: RelationCase, credential: CredentialData): WorkflowFile {
	const jsCode = `return Array.from({ length: ${users} }, (_, i) => ({ json: { userId: '30' + String(20000000 + i) } }));`;
	return workflowOf(`${way}, ${users}`, jsCode, { id: 'ask', name: 'Ask', ...node(credential) });
}

/** Runs one row in the n8n that is up. */
export async function measureRelations(
	row: RelationCase,
	rest: N8nRest,
	credential: CredentialData,
): Promise<RelationResult> {
	const workflow = await rest.importWorkflow(askingWorkflow(row, credential));
	const run = await rest.run(workflow, 'Start');
	await rest.untilOver(run, 900_000);
	const { runData, error } = await rest.execution(run);
	await rest.removeWorkflow(workflow);
	const asked = runData['Ask']?.at(-1);
	const answered = (asked?.data?.['main'] ?? []).reduce((sum, items) => sum + (items?.length ?? 0), 0);
	const lost = answered === row.users ? null : `${answered} of ${row.users} answered`;
	return { row, nodeMs: asked?.executionTime ?? NaN, answered, error: error?.message ?? lost };
}

/** The results as a markdown table. */
export function relationTable(results: readonly RelationResult[]): string {
	const head = ['users', 'way', 'node', 'users per second'];
	const lines = results.map(({ row, nodeMs, error }) => [
		row.users.toLocaleString('en-US'),
		row.way,
		error ?? `${(nodeMs / 1000).toFixed(1)} s`,
		((row.users / nodeMs) * 1000).toFixed(0),
	]);
	return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
