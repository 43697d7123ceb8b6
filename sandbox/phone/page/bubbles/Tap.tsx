import type { ComponentChildren } from 'preact';
import type { Button, Links } from '../api.mts';
import { webLink } from '../link.mts';
import { useChannel } from '../receiver.mts';
import { useSheet } from '../sheets.mts';

interface Props {
	button: Button;
	class: string;
	'data-testid'?: string;
	children: ComponentChildren;
}

/** A web link opens like on a phone; everything else says in a sheet what KakaoTalk would do. */
export function Tap({ button, children, ...marks }: Props) {
	const openSheet = useSheet();
	const channel = useChannel();
	const href = button.type === 'WL' ? webLink(button.linkMobile ?? button.linkPc) : null;
	if (href) {
		return (
			<a {...marks} data-type={button.type} href={href} target="_blank" rel="noopener noreferrer">
				{children}
			</a>
		);
	}
	return (
		<button {...marks} data-type={button.type} type="button" onClick={() => openSheet({ kind: 'button', button, channel })}>
			{children}
		</button>
	);
}

interface AreaProps extends Omit<Props, 'button'> {
	/** What the sheet is headed with when the way leads into an app. */
	name: string;
	links: Links;
}

/** A part of a message that leads somewhere without being a button: a picture, an item, a coupon. */
export function TapArea({ name, links, children, ...marks }: AreaProps) {
	const { linkMobile, linkPc, schemeAndroid, schemeIos } = links;
	const app = schemeAndroid ?? schemeIos;
	if (!(linkMobile ?? linkPc ?? app)) return <div {...marks}>{children}</div>;
	// Only what leads somewhere: a coupon's links come with its title and description.
	const button: Button = { type: app ? 'AL' : 'WL', name, linkMobile, linkPc, schemeAndroid, schemeIos };
	return (
		<Tap button={button} {...marks}>
			{children}
		</Tap>
	);
}
