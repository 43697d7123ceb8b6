interface Props {
	name: string;
	label: string;
	hint: string;
	checked: boolean;
	onChange: (checked: boolean) => void;
}

export function Switch({ name, label, hint, checked, onChange }: Props) {
	return (
		<label class="switch">
			<span>
				<strong>{label}</strong>
				<small>{hint}</small>
			</span>
			<input
				type="checkbox"
				role="switch"
				data-testid={`switch-${name}`}
				checked={checked}
				onChange={(event) => onChange(event.currentTarget.checked)}
			/>
		</label>
	);
}
