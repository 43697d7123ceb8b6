import type { IHookFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { listed } from '../shared/incoming';
import { oddEntries } from '../shared/ipAllowList';

const HEADER_NAME = /^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/;

/** Says what would keep every call out, when the workflow is activated. */
export function create(this: IHookFunctions): boolean {
	const [odd] = oddEntries(listed(this.getNodeParameter('options.allowedIps', '')));
	if (odd !== undefined) {
		throw new NodeOperationError(this.getNode(), `Allowed IPs: "${odd}" is neither an address nor a range`, {
			description: 'Write addresses like 203.0.113.7 or ranges like 203.0.113.0/24, separated by commas.',
		});
	}
	const header = String(this.getNodeParameter('headerName', '')).trim();
	const hasSecret = String(this.getNodeParameter('secret', '')).trim() !== '';
	if (!hasSecret || HEADER_NAME.test(header)) return true;
	throw new NodeOperationError(this.getNode(), `Secret Header: "${header}" is no name of a header`, {
		description: 'Use letters, digits and hyphens, like X-Skill-Secret, the same as in the chatbot admin center.',
	});
}
