import type { IExecuteFunctions, ITriggerFunctions } from 'n8n-workflow';

import type { Dealer } from '../../kakao/dealers/contract';
import type { Report } from '../../kakao/message/report';
import { ask } from '../shared/ask';
import { accountOf } from '../shared/credential';
import { shortHash } from '../shared/triggerMemory';
import { wireOf } from '../shared/wire';

/** Messages of one kind at the credential's dealer. */
export interface Source {
	kind: 'alimTalk' | 'brand';
	/** As people call it. */
	name: string;
	/**
	 * The final reports of a span of at most 24 hours (epoch milliseconds), each once, by a short id.
	 * @throws NodeApiError when the dealer does not tell
	 */
	reportsBetween(from: number, until: number): Promise<ReadonlyMap<string, Report>>;
}

/** The dealer of the node's credential and what its reports can be about. */
export async function sourcesOf(
	context: IExecuteFunctions | ITriggerFunctions,
): Promise<{ dealer: Dealer; sources: readonly Source[] }> {
	const account = await accountOf(context);
	const { dealer } = account;
	const wire = wireOf(context, account);
	const source = (kind: Source['kind'], name: string): Source[] => {
		const service = dealer[kind];
		if (!service) return [];
		return [
			{
				kind,
				name,
				reportsBetween: async (from, until) => byId(await ask(context, wire, service.reportsBetween(from, until))),
			},
		];
	};
	return { dealer, sources: [...source('alimTalk', 'AlimTalk'), ...source('brand', 'Brand Message')] };
}

/** Lists grow while they are read page by page, so a row can come twice. */
const byId = (reports: readonly Report[]): ReadonlyMap<string, Report> =>
	new Map(reports.map((report) => [shortHash(`${report.messageId}/${report.status}`), report]));
