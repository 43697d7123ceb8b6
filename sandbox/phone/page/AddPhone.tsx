import { type Dispatch, type StateUpdater, useState } from 'preact/hooks';
import { digits, phoneNumber } from './format.mts';
import { Icon } from './Icon.tsx';
import { useLanguage } from './language.mts';
import type { Store } from './store.mts';

interface Props {
	store: Store;
	search: string;
	onSearch: Dispatch<StateUpdater<string>>;
}

/** One box for both wishes: typing narrows the list, Enter opens the number, known or new. */
export function AddPhone({ store, search, onSearch }: Props) {
	const { words } = useLanguage();
	const [problem, setProblem] = useState<string | null>(null);

	const add = async (event: Event): Promise<void> => {
		event.preventDefault();
		const number = digits(search);
		if (number.length < 8 || number.length > 11) {
			setProblem(words.badNumber);
			return;
		}
		try {
			if (!store.phones.listed.some((phone) => phone.number === number)) await store.savePhone(number, {});
			store.openPhone(number);
			setProblem(null);
			// The next number may have been begun meanwhile.
			onSearch((now) => (now === search ? '' : now));
		} catch (error) {
			console.warn(`Could not add ${phoneNumber(number)}`, error);
			setProblem(words.saveFailed);
		}
	};

	return (
		<form class="add-phone" onSubmit={(event) => void add(event)}>
			<input
				type="search"
				aria-label={words.addPhone}
				placeholder={words.addPhonePlaceholder}
				value={search}
				autocomplete="off"
				data-testid="add-phone"
				aria-invalid={problem !== null}
				onInput={(event) => {
					setProblem(null);
					onSearch(event.currentTarget.value);
				}}
			/>
			<button type="submit" class="primary" aria-label={words.add} disabled={search.trim() === ''}>
				<Icon name="plus" size={18} />
			</button>
			{problem && (
				<p class="field-problem" role="alert">
					{problem}
				</p>
			)}
		</form>
	);
}
