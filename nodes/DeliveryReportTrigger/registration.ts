import { randomBytes } from 'node:crypto';

import type { IHookFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import type { Dealer, Webhook } from '../../kakao/dealers/contract';
import { ask } from '../shared/ask';
import { accountOf } from '../shared/credential';
import { wireOf } from '../shared/wire';
import type { TriggerMemory } from './memory';
import { hashOf } from './receive';

const memoryOf = (context: IHookFunctions) => context.getWorkflowStaticData('node') as TriggerMemory;

async function webhookOf(context: IHookFunctions) {
	const account = await accountOf(context);
	const { dealer } = account;
	if (!dealer.webhook) {
		throw new NodeOperationError(context.getNode(), `${dealer.name} does not push delivery reports`, {
			description: 'Set "Receive" to "Polling": the node then asks for new reports at an interval.',
		});
	}
	return {
		dealer,
		webhook: dealer.webhook,
		wire: wireOf(context, account),
		url: context.getNodeWebhookUrl('default') as string,
	};
}

/** True when the dealer already calls this very URL with a secret that we know. */
export async function checkExists(this: IHookFunctions): Promise<boolean> {
	const { dealer, webhook, wire, url } = await webhookOf(this);
	const memory = memoryOf(this);
	if (!webhook.register) return false;
	if (memory.dealer !== dealer.id || memory.url !== url || !memory.registrationId || !memory.proofHash) return false;
	const entries = await ask(this, wire, webhook.register.list());
	return entries.some((entry) => entry.id === memory.registrationId && entry.url === url);
}

/** Registers the URL where the dealer has an API for it. Test and production have URLs of their own, so neither harms the other. */
export async function create(this: IHookFunctions): Promise<boolean> {
	const { dealer, webhook, wire, url } = await webhookOf(this);
	const memory = memoryOf(this);
	if (!webhook.register) {
		Object.assign(memory, {
			dealer: dealer.id,
			url,
			proofHash: hashOf(webhook.proof(typedSecret(this, dealer, webhook))),
		});
		return true;
	}
	// Left behind under our own URL with a secret we no longer know, say after an import of the workflow.
	for (const entry of await ask(this, wire, webhook.register.list())) {
		if (entry.url === url) await ask(this, wire, webhook.register.remove(entry.id));
	}
	const secret = randomBytes(24).toString('hex');
	const name = `n8n ${this.getMode() === 'manual' ? 'test' : 'production'}: ${this.getWorkflow().name ?? ''}`
		.slice(0, 60)
		.trim();
	const registrationId = await ask(this, wire, webhook.register.create({ url, name, secret }));
	Object.assign(memory, { dealer: dealer.id, url, proofHash: hashOf(webhook.proof(secret)), registrationId });
	return true;
}

function typedSecret(context: IHookFunctions, dealer: Dealer, webhook: Webhook): string {
	const secret = String(context.getNodeParameter('secret', '')).trim();
	if (secret.length >= MIN_SECRET) return secret;
	throw new NodeOperationError(context.getNode(), `The webhook secret must have at least ${MIN_SECRET} characters`, {
		description: `Type the same secret here and in the ${dealer.name} console. Its calls carry it in the header ${webhook.header}, and anything without it is turned away.`,
	});
}

const MIN_SECRET = 8;

/** Undoes what this node registered, and nothing else. Nobody gets in any more, even if the dealer does not answer. */
export async function remove(this: IHookFunctions): Promise<boolean> {
	const memory = memoryOf(this);
	const { registrationId, url } = memory;
	delete memory.proofHash;
	if (!registrationId) return true;
	const { webhook, wire } = await webhookOf(this);
	if (webhook.register) {
		const entries = await ask(this, wire, webhook.register.list());
		if (entries.some((entry) => entry.id === registrationId && entry.url === url))
			await ask(this, wire, webhook.register.remove(registrationId));
	}
	// Not before: n8n tries a failed removal again, with the same memory.
	delete memory.registrationId;
	return true;
}
