import type { IHookFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { refuseOddIps } from '../shared/incoming';

const HEADER_NAME = /^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/;

/** Says what would keep every call out, when the workflow is activated. */
export function create(this: IHookFunctions): boolean {
	refuseOddIps(this);
	const header = String(this.getNodeParameter('headerName', '')).trim();
	const hasSecret = String(this.getNodeParameter('secret', '')).trim() !== '';
	if (!hasSecret || HEADER_NAME.test(header)) return true;
	throw new NodeOperationError(this.getNode(), `Secret Header: "${header}" is no name of a header`, {
		description: 'Use letters, digits and hyphens, like X-Skill-Secret, the same as in the chatbot admin center.',
	});
}
