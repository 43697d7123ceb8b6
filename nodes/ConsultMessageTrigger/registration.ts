import type { IHookFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { senderKeysOf } from '../../kakao/consult/senderKeys';
import type { Registration } from '../../kakao/consult/contract';
import { credentialValues } from '../../kakao/partner/baseUrl';
import { ask } from '../shared/ask';
import { type ConsultAccount, consultAccountOf } from '../shared/consultAccount';
import { listed, refuseOddIps } from '../shared/incoming';
import { wireOf } from '../shared/wire';
import { remember } from './admit';
import type { TriggerMemory } from './memory';

const memoryOf = (context: IHookFunctions) => context.getWorkflowStaticData('node') as TriggerMemory;

/** Gets the node ready for calls, and gives its address to the hub where that is asked for. Never for a test listen. */
export async function create(this: IHookFunctions): Promise<boolean> {
	refuseOddIps(this);
	const { account, stored } = await consultAccountOf(this);
	const values = credentialValues(stored);
	const memory = memoryOf(this);
	if (account.hub.reception.proof !== 'none' && !values.webhookSecret) throw noSecret(this, account);
	remember(memory, account.hub, stored, Date.now());
	if (this.getNodeParameter('registerAddress', false) !== true || this.getMode() === 'manual') return true;
	await register(this, account, senderKeysOf(values), memory);
	return true;
}

async function register(
	context: IHookFunctions,
	account: ConsultAccount,
	senderKeys: readonly string[],
	memory: TriggerMemory,
): Promise<void> {
	const { registration, name } = account.hub;
	if (!registration) {
		throw new NodeOperationError(context.getNode(), `${name} has no way to set the receive address from here`, {
			description: `Switch "Set the Receive Address at the Hub" off and paste the production URL into the settings of ${name}.`,
		});
	}
	if (senderKeys.length === 0) {
		throw new NodeOperationError(
			context.getNode(),
			'The credential names no channel whose receive address could be set',
			{
				description: 'Fill in the sender keys in the credential.',
			},
		);
	}
	const url = context.getNodeWebhookUrl('default') as string;
	const known = memory.registeredUrl === url && memory.registeredFor === senderKeys.join(' ');
	// n8n only started anew: somebody may have moved a channel away on purpose since.
	if (known && context.getActivationMode() === 'init') return;
	const wire = wireOf(context, account);
	for (const [at, senderKey] of senderKeys.entries()) {
		try {
			await ask(context, wire, registration.set(senderKey, url));
		} catch (error) {
			throw withMoved(error as NodeOperationError, senderKeys.slice(0, at));
		}
	}
	Object.assign(memory, { registeredUrl: url, registeredFor: senderKeys.join(' ') });
}

/** The channels before the refused one have left their desk: nobody would hear their customers until somebody acts. */
function withMoved(error: NodeOperationError, moved: readonly string[]): NodeOperationError {
	if (moved.length > 0)
		error.description = `${error.description ?? ''} The receive address is already set for ${moved.join(', ')}: publish the workflow again, or set the address of your consult desk there.`;
	return error;
}

/** Takes the address back from the hub, only where it is still ours and the hub can tell. */
export async function remove(this: IHookFunctions): Promise<boolean> {
	const memory = memoryOf(this);
	const { registeredUrl: url, registeredFor } = memory;
	delete memory.registeredUrl;
	delete memory.registeredFor;
	if (url === undefined || this.getMode() === 'manual') return true;
	const { account } = await consultAccountOf(this);
	const { registration } = account.hub;
	for (const senderKey of listed(registeredFor)) await unregister(this, account, registration, senderKey, url);
	return true;
}

async function unregister(
	context: IHookFunctions,
	account: ConsultAccount,
	registration: Registration | undefined,
	senderKey: string,
	url: string,
): Promise<void> {
	if (!registration?.current || !registration.clear) {
		context.logger.warn(
			`${account.hub.name} does not tell whose receive address is set, so it stays. Set the address of your consult desk there.`,
		);
		return;
	}
	const wire = wireOf(context, account);
	if ((await ask(context, wire, registration.current(senderKey))) === url)
		await ask(context, wire, registration.clear(senderKey, url));
}

const noSecret = (context: IHookFunctions, { hub }: ConsultAccount) =>
	new NodeOperationError(
		context.getNode(),
		`The credential has no webhook secret, so no call of ${hub.name} can be trusted`,
		{
			description: hub.credentialFields.find(({ name }) => name === 'webhookSecret')?.help,
		},
	);
