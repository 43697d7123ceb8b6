import { useState } from 'preact/hooks';
import type { PhoneRow, SandboxMessage } from './api.mts';
import { AddPhone } from './AddPhone.tsx';
import { snippet } from './bubbles/registry.mts';
import { botSnippet } from './chatbot/snippet.mts';
import { consultSnippet } from './consult/snippet.mts';
import { digits } from './format.mts';
import { useLanguage } from './language.mts';
import { PhoneListItem, type Snippet } from './PhoneListItem.tsx';
import { LISTED } from './phonebook.mts';
import type { Store } from './store.mts';
import { activityOf } from './timeline.mts';
import type { Words } from './words.mts';

/** A campaign reaches thousands of phones; the list draws the most recent and finds the rest. */
const MOST_ROWS = 150;

interface Row {
	phone: PhoneRow;
	last: Snippet | undefined;
	at: string;
}

function rowsOf(store: Store, words: Words): Row[] {
	const newest = new Map<string, SandboxMessage>();
	for (const message of store.sends.latest) if (!newest.has(message.to)) newest.set(message.to, message);
	const { phones, consults, talks, open } = store;
	const numbers = new Set([...phones.listed.map((phone) => phone.number), ...newest.keys(), ...consults.numbers, ...talks.numbers, ...open.numbers]);
	const rows = [...numbers].map((number) => {
		const phone = phones.of(number);
		const message = newest.get(number) ?? store.conversations.of(number)?.at(-1);
		const consult = consults.newest(number);
		const talk = talks.newest(number);
		const said = [
			message && { text: snippet(message, words), failed: message.state === 'failed', at: phone.lastActivityAt ?? activityOf(message) },
			consult?.lastMessage && { text: consultSnippet(consult.lastMessage, words), failed: false, at: consult.lastActivityAt },
			talk && { text: botSnippet(talk, words), failed: false, at: talk.lastActivityAt },
		];
		const [last] = said.flatMap((one) => one ?? []).sort((a, b) => b.at.localeCompare(a.at));
		return { phone, last, at: [last?.at ?? '', phone.lastActivityAt ?? ''].sort()[1] ?? '' };
	});
	return rows.sort((a, b) => b.at.localeCompare(a.at));
}

export function PhoneList({ store }: { store: Store }) {
	const { words } = useLanguage();
	const [search, setSearch] = useState('');
	const wanted = digits(search);
	const text = search.trim().toLowerCase();
	const rows = rowsOf(store, words).filter(
		({ phone }) =>
			text === '' ||
			(wanted !== '' && phone.number.includes(wanted)) ||
			(phone.label?.toLowerCase().includes(text) ?? false),
	);
	return (
		<nav class="phone-list" aria-label={words.phones}>
			<h2>
				{words.phones} <small>{rows.length < LISTED ? rows.length : `${LISTED}+`}</small>
			</h2>
			<AddPhone store={store} search={search} onSearch={setSearch} />
			<ul>
				{rows.slice(0, MOST_ROWS).map(({ phone, last, at }) => (
					<PhoneListItem
						key={phone.number}
						phone={phone}
						last={last}
						at={at}
						unread={store.unread(phone.number)}
						shown={store.open.shown.includes(phone.number)}
						onOpen={() => store.openPhone(phone.number)}
					/>
				))}
			</ul>
			{rows.length > MOST_ROWS && <p class="hint">{words.morePhones}</p>}
			{rows.length === 0 && store.loaded && <p class="hint">{search ? words.noMatch : words.noPhones}</p>}
		</nav>
	);
}
