import type { IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { SKILL_SCHEMA, type SkillItem } from '../shared/skillCalls';

const TRIGGER = 'kakaoSkillTrigger';

/**
 * The skill call that this execution is to answer: of the trigger before this node, wherever it stands, or of the item
 * itself where another workflow has handed it over.
 * @throws NodeOperationError where there is none
 */
export function skillCallOf(context: IExecuteFunctions): SkillItem {
	const triggers = context.getParentNodes(context.getNode().name).filter(({ type }) => type.endsWith(`.${TRIGGER}`));
	const candidates = [context.getInputData()[0]?.json, ...triggers.map(({ name }) => firstOf(context, name))];
	const call = candidates.find((json) => json?.schema === SKILL_SCHEMA && typeof json.reply === 'object');
	if (call) return call as unknown as SkillItem;
	throw new NodeOperationError(context.getNode(), 'There is no skill call to answer', {
		description:
			triggers.length > 0
				? 'Kakao Chatbot Skill Trigger has not run in this execution. Start the workflow by a message to the chatbot, or pin a call in the trigger.'
				: 'Begin the workflow with Kakao Chatbot Skill Trigger. In a sub-workflow, hand the item of that trigger over.',
	});
}

interface NodeData {
	isExecuted: boolean;
	first(): { json: Record<string, unknown> } | undefined;
}

function firstOf(context: IExecuteFunctions, name: string): Record<string, unknown> | undefined {
	const { $ } = context.getWorkflowDataProxy(0) as unknown as { $: (name: string) => NodeData };
	const node = $(name);
	return node.isExecuted ? node.first()?.json : undefined;
}
