import type { ILoadOptionsFunctions, INodeListSearchItems, INodeListSearchResult } from 'n8n-workflow';

import type { Page, Shelf } from '../../../kakao/dealers/contract';
import type { SenderProfile } from '../../../kakao/message/template';
import { ask } from '../ask';
import { accountOf, type Account } from '../credential';
import { wireOf } from '../wire';

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

/** A template as the list shows and searches it. */
export interface Listed {
	code: string;
	name: string;
	usable: boolean;
	/** Shown beside the name, cut short. */
	body: string;
	/** Searched as well. */
	more?: string;
}

/** One page of a channel's templates, or what is found in the first pages that have something. */
export async function searchTemplatesOf<T>(
	context: ILoadOptionsFunctions,
	shelfOf: (account: Account) => Shelf<T>,
	listed: (template: T) => Listed,
	{ filter, paginationToken }: { filter: string | undefined; paginationToken: string | undefined },
): Promise<INodeListSearchResult> {
	const senderProfile = String(context.getCurrentNodeParameter('senderProfile', { extractValue: true }) ?? '');
	if (senderProfile === '') return { results: [] };
	const account = await accountOf(context);
	const wire = wireOf(context, account);
	const shelf = shelfOf(account);
	return await searchPages(
		async (cursor) => await ask(context, wire, shelf.templates(senderProfile, cursor)),
		paginationToken,
		(template: T) => {
			const { code, name, usable, body, more } = listed(template);
			if (!usable || !matches(filter, code, name, body, more)) return undefined;
			const plain = body.replace(/\s+/g, ' ').trim();
			const shown = plain.length > BODY_SHOWN ? `${plain.slice(0, BODY_SHOWN)}…` : plain;
			return { name: shown ? `${name} — ${shown}` : name, value: code };
		},
	);
}
