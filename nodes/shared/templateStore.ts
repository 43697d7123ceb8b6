import type { INode } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { DealerFailure } from '../../kakao/partner/failure';
import { converse } from '../../kakao/delivery/converse';
import type { Wire } from '../../kakao/delivery/wire';
import type { Problem } from '../../kakao/message/limits';
import type { Shelf } from '../../kakao/dealers/contract';

/** No channel was chosen: there is nobody to send from. */
export const noSenderProfile: Problem = {
	field: 'Sender Profile',
	text: 'is empty',
	cure: 'Choose the channel to send from.',
};

/** Each template is read once per run, whichever items use it. */
export class TemplateStore<T extends object> {
	private readonly loaded = new Map<string, T | { problem: Problem }>();

	constructor(
		private readonly node: INode,
		private readonly shelf: Shelf<T>,
		private readonly wire: Wire,
	) {}

	async load(chosen: readonly { senderProfile: string; templateCode: string }[]): Promise<void> {
		const distinct = new Map(chosen.map((each) => [this.key(each.senderProfile, each.templateCode), each]));
		await Promise.all(
			[...distinct].map(async ([key, { senderProfile, templateCode }]) => {
				this.loaded.set(key, await this.read(senderProfile, templateCode));
			}),
		);
	}

	get(senderProfile: string, code: string): T | { problem: Problem } {
		return this.loaded.get(this.key(senderProfile, code))!;
	}

	private readonly key = (senderProfile: string, code: string) => JSON.stringify([senderProfile, code]);

	private async read(senderProfile: string, code: string): Promise<T | { problem: Problem }> {
		if (senderProfile === '') return { problem: noSenderProfile };
		if (code === '') return { problem: { field: 'Template', text: 'is empty', cure: 'Choose a template.' } };
		try {
			const template = await converse(this.shelf.template(senderProfile, code), this.wire);
			if (template) return template;
			return {
				problem: {
					field: 'Template',
					text: `"${code}" does not exist for this sender profile`,
					cure: 'Choose it from the list: each dealer has its own codes.',
				},
			};
		} catch (error) {
			if (!(error instanceof DealerFailure)) throw new NodeOperationError(this.node, error as Error);
			return {
				problem: {
					field: 'Template',
					text: `"${code}" could not be read: ${error.reason.text.replace(/\.$/, '')}`,
					cure: error.reason.advice,
				},
			};
		}
	}
}
