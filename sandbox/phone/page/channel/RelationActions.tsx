import { useState } from 'preact/hooks';
import { Confirm } from '../Confirm.tsx';
import { Icon, type IconName } from '../Icon.tsx';
import { useLanguage } from '../language.mts';
import type { Relation } from './api.mts';

interface Props {
	channel: string;
	relation: Relation;
	onRelate: (relation: Relation) => Promise<unknown>;
}

interface ActionProps {
	id: string;
	icon: IconName;
	label: string;
	danger?: boolean;
	onTap: () => void;
}

function Action({ id, icon, label, danger = false, onTap }: ActionProps) {
	return (
		<button type="button" class={danger ? 'room-action danger' : 'room-action'} data-testid={id} onClick={onTap}>
			<Icon name={icon} size={18} />
			{label}
		</button>
	);
}

/** What the person is to the channel, and how KakaoTalk lets that be changed. */
export function RelationActions({ channel, relation, onRelate }: Props) {
	const { words } = useLanguage();
	const [asking, setAsking] = useState(false);
	const isBlocked = relation === 'BLOCKED';
	const block = async (): Promise<void> => {
		setAsking(false);
		await onRelate('BLOCKED');
	};
	return (
		<div class="relation-actions" data-testid="relation" data-channel={channel} data-relation={relation}>
			<p class="relation-line">
				{words.relation}
				<RelationMark relation={relation} />
			</p>
			{relation !== 'ADDED' && (
				<Action id="add-channel" icon="plus" label={isBlocked ? words.unblockAndAdd : words.addChannel} onTap={() => void onRelate('ADDED')} />
			)}
			{isBlocked ? (
				<Action id="unblock-channel" icon="check" label={words.unblock} onTap={() => void onRelate('NONE')} />
			) : (
				<Action id="block" icon="ban" label={words.blockChannel} danger onTap={() => setAsking(true)} />
			)}
			{asking && (
				<Confirm question={words.blockQuestion} yes={words.block} no={words.cancel} onYes={block} onNo={() => setAsking(false)} />
			)}
		</div>
	);
}

export function RelationMark({ relation }: { relation: Relation }) {
	const { words } = useLanguage();
	return (
		<small class="relation-mark" data-testid="relation-mark" data-relation={relation}>
			{words.relations[relation]}
		</small>
	);
}
