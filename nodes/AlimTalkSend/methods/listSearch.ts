import type { ILoadOptionsFunctions, INodeListSearchItems, INodeListSearchResult } from 'n8n-workflow';

import type { Page } from '../../../kakao/dealers/contract';
import type { SenderProfile, Template } from '../../../kakao/message/template';
import { ask } from '../../shared/ask';
import { accountOf } from '../../shared/credential';
import { wireOf } from '../../shared/wire';

/**
 * Pages through the dealer's list until something matches: dealers search by exact code or not at all, people by a
 * word of the text. The editor asks on with the token, so that nothing beyond the first page is out of reach.
 */
async function searchPages<T>(
	pageAt: (cursor: string | undefined) => Promise<Page<T>>,
	token: string | undefined,
	toResult: (entry: T) => INodeListSearchItems | undefined,
): Promise<INodeListSearchResult> {
	const results: INodeListSearchItems[] = [];
	let cursor = token;
	do {
		const page = await pageAt(cursor);
		for (const entry of page.entries) {
			const result = toResult(entry);
			if (result) results.push(result);
		}
		cursor = page.next;
	} while (results.length === 0 && cursor !== undefined);
	return { results, paginationToken: cursor };
}

const matches = (filter: string | undefined, ...texts: (string | undefined)[]) =>
	!filter ||
	texts.some((text) => text?.normalize('NFC').toLowerCase().includes(filter.normalize('NFC').trim().toLowerCase()));

export async function searchSenderProfiles(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const account = await accountOf(this);
	const wire = wireOf(this, account);
	return await searchPages(
		async (cursor) => await ask(this, wire, account.dealer.profiles(cursor)),
		paginationToken,
		(profile: SenderProfile) => {
			if (!profile.usable || !matches(filter, profile.name, profile.id)) return undefined;
			return { name: profile.note ? `${profile.name} (${profile.note})` : profile.name, value: profile.id };
		},
	);
}

const BODY_SHOWN = 60;

export async function searchTemplates(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const senderProfile = String(this.getCurrentNodeParameter('senderProfile', { extractValue: true }) ?? '');
	if (senderProfile === '') return { results: [] };
	const account = await accountOf(this);
	const wire = wireOf(this, account);
	return await searchPages(
		async (cursor) => await ask(this, wire, account.dealer.alimTalk.templates(senderProfile, cursor)),
		paginationToken,
		({ code, name, status, content }: Template) => {
			if (status !== 'approved' || !matches(filter, code, name, content.text, content.title)) return undefined;
			const body = content.text.replace(/\s+/g, ' ').trim();
			const shown = body.length > BODY_SHOWN ? `${body.slice(0, BODY_SHOWN)}…` : body;
			return { name: `${name} — ${shown}`, value: code };
		},
	);
}
