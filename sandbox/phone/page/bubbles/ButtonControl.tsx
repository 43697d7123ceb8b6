import type { Button } from '../api.mts';
import { webLink } from '../link.mts';
import { useSheet } from '../sheets.mts';

/** A web link opens like on a phone; every other button says in a sheet what KakaoTalk would do. */
export function ButtonControl({ button, className }: { button: Button; className: string }) {
	const openSheet = useSheet();
	const href = button.type === 'WL' ? webLink(button.linkMobile ?? button.linkPc) : null;
	const marks = { class: className, 'data-testid': 'bubble-button', 'data-type': button.type };
	if (href) {
		return (
			<a {...marks} href={href} target="_blank" rel="noopener noreferrer">
				{button.name}
			</a>
		);
	}
	return (
		<button {...marks} type="button" onClick={() => openSheet({ kind: 'button', button })}>
			{button.name}
		</button>
	);
}
