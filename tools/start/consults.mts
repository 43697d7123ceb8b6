import { packageName } from '../n8n/paths.mts';
import type { LocalKakao } from '../n8n/localKakao.mts';
import type { WorkflowFile } from '../n8n/rest.mts';

const TRIGGER = `${packageName}.kakaoConsultMessageTrigger`;

/**
 * Types the addresses of the demo's consult triggers into the consoles of their hubs: the local Kakao forgets them
 * with each start.
 */
export async function connectConsults(
	kakao: LocalKakao,
	workflows: readonly WorkflowFile[],
	n8nUrl: string,
): Promise<void> {
	for (const node of workflows.flatMap(({ nodes }) => nodes)) {
		if (node.type !== TRIGGER) continue;
		const name = node.credentials?.['kakaoConsultTalkApi']?.name;
		const credential = kakao.credentials.find((each) => each.name === name);
		if (!credential)
			throw new Error(`"${node.name}" names the credential "${name}", which the local Kakao does not have.`);
		await kakao.hubCalls(String(credential.data['provider']), `${n8nUrl}/webhook/${node.webhookId}/consult`);
	}
}
