import { useState } from 'preact/hooks';
import type { PhoneChanges, PhoneRow } from './api.mts';
import { useLanguage } from './language.mts';
import { Switch } from './Switch.tsx';
import type { Store } from './store.mts';

/** Switches take effect at once, as on a phone; the label when the field is left or Enter is pressed. */
export function SettingsSheet({ phone, store }: { phone: PhoneRow; store: Store }) {
	const { words } = useLanguage();
	const [problem, setProblem] = useState(false);
	const save = async (changes: PhoneChanges): Promise<void> => {
		try {
			await store.savePhone(phone.number, changes);
			setProblem(false);
		} catch (error) {
			console.warn('The phone could not be saved', error);
			setProblem(true);
		}
	};
	return (
		<div class="settings">
			<Switch
				name="kakaoUser"
				label={words.kakaoUser}
				hint={words.kakaoUserHint}
				checked={phone.kakaoUser}
				onChange={(kakaoUser) => void save({ kakaoUser })}
			/>
			<Switch
				name="blocksAlimTalk"
				label={words.blocksAlimTalk}
				hint={words.blocksAlimTalkHint}
				checked={phone.blocksAlimTalk}
				onChange={(blocksAlimTalk) => void save({ blocksAlimTalk })}
			/>
			<Switch
				name="friend"
				label={words.friend}
				hint={words.friendHint}
				checked={phone.friend}
				onChange={(friend) => void save({ friend })}
			/>
			<Switch
				name="consents"
				label={words.consents}
				hint={words.consentsHint}
				checked={phone.consents}
				onChange={(consents) => void save({ consents })}
			/>
			<Switch
				name="inService"
				label={words.inService}
				hint={words.inServiceHint}
				checked={!phone.dead}
				onChange={(inService) => void save({ dead: !inService })}
			/>
			<label class="field">
				<span>{words.label}</span>
				<input
					type="text"
					maxLength={40}
					defaultValue={phone.label ?? ''}
					placeholder={words.labelPlaceholder}
					data-testid="phone-label"
					onChange={(event) => void save({ label: event.currentTarget.value.trim() || null })}
				/>
			</label>
			{problem && (
				<p class="field-problem" role="alert">
					{words.saveFailed}
				</p>
			)}
		</div>
	);
}
