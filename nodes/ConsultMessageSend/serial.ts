import { createHash } from 'node:crypto';

import type { IExecuteFunctions } from 'n8n-workflow';

import { CONSULT_LIMITS } from '../../kakao/consult/limits';

const PREFIX = 'n8n';

/**
 * A message's own number: the same for a retry inside one execution, so that a hub that refuses repeats refuses it, and
 * another everywhere else. Letters and digits only, because no document says what else Kakao takes.
 */
export function serialSource(context: IExecuteFunctions): (item: number) => string {
	const run = context.getWorkflowDataProxy(0).$runIndex as number;
	const place = [context.getInstanceId(), context.getExecutionId(), context.getNode().id, run];
	return (item) => {
		const hash = createHash('sha256')
			.update(JSON.stringify([...place, item]))
			.digest('hex');
		return `${PREFIX}${hash}`.slice(0, CONSULT_LIMITS.serial);
	};
}
