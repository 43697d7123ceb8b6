import type { INode } from 'n8n-workflow';
import { packageName } from '../n8n/paths.mts';
import type { LocalKakao } from '../n8n/localKakao.mts';
import type { WorkflowFile } from '../n8n/rest.mts';

/** What one does with the production URL of each of our triggers. */
const TYPED_IN: Readonly<Record<string, (kakao: LocalKakao, node: INode, base: string) => Promise<void>>> = {
	kakaoConsultMessageTrigger: async (kakao, node, base) => {
		const name = node.credentials?.['kakaoConsultTalkApi']?.name;
		const credential = kakao.credentials.find((each) => each.name === name);
		if (!credential)
			throw new Error(`"${node.name}" names the credential "${name}", which the local Kakao does not have.`);
		await kakao.hubCalls(String(credential.data['provider']), `${base}/consult`);
	},
	kakaoChannelTrigger: async (kakao, _, base) => await kakao.channelCalls(`${base}/channel`),
	kakaoSkillTrigger: async (kakao, _, base) => await kakao.skillCalls(`${base}/skill`),
};

/**
 * Types the addresses of the demo's triggers into the consoles of the hubs and of Kakao: the local Kakao forgets them
 * with each start.
 */
export async function connectTriggers(
	kakao: LocalKakao,
	workflows: readonly WorkflowFile[],
	n8nUrl: string,
): Promise<void> {
	for (const node of workflows.flatMap(({ nodes }) => nodes)) {
		if (node.disabled === true || !node.type.startsWith(`${packageName}.`)) continue;
		await TYPED_IN[node.type.slice(packageName.length + 1)]?.(kakao, node, `${n8nUrl}/webhook/${node.webhookId}`);
	}
}
