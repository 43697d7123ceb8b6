import type { IExecuteFunctions, IWebhookFunctions } from 'n8n-workflow';

/** Operations to which a consult that has ended is no failure but another way to go on, say with an AlimTalk. */
const WITH_SECOND_OUTPUT = ['sendText', 'sendRich', 'sendFile', 'sendNotice', 'endSession', 'sendAndWait'];

const names = `({ endSession: "Done", sendAndWait: "Answer" })[$parameter["operation"]] ?? "Sent"`;

/** n8n draws the outputs anew when the operation changes. */
export const OUTPUTS =
	`={{ ${JSON.stringify(WITH_SECOND_OUTPUT)}.includes($parameter["operation"]) ? [{ type: "main", displayName: ${names} }, { type: "main", displayName: "Ended" }] : [{ type: "main" }] }}` as const;

/** Whether the node has the second output. An agent's tool has one only, and would never see what left through the other. */
export const hasSecondOutput = (context: IExecuteFunctions | IWebhookFunctions, operation: string): boolean =>
	WITH_SECOND_OUTPUT.includes(operation) && !context.getNode().type.endsWith('Tool');
