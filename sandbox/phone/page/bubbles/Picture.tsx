import { useState } from 'preact/hooks';
import { Icon } from '../Icon.tsx';
import { useLanguage } from '../language.mts';
import { webLink } from '../link.mts';

/** The same rule as the page's content security policy, so that a forbidden picture isn't even tried. */
function isLocal(url: string): boolean {
	if (url.startsWith('data:image/')) return true;
	if (!URL.canParse(url, location.href)) return false;
	const { origin, protocol, hostname } = new URL(url, location.href);
	return origin === location.origin || (protocol === 'http:' && ['localhost', '127.0.0.1'].includes(hostname));
}

interface Props {
	url: string;
	className: string;
	/** What the sender says is to be seen. */
	alt?: string | undefined;
	/** Stands inside something to tap, and is itself nothing to tap. */
	inside?: boolean;
}

/** A picture of a message. Those on Kakao's servers become a placeholder that says what would be there. */
export function Picture({ url, className, alt, inside = false }: Props) {
	const { words } = useLanguage();
	const [failed, setFailed] = useState(false);
	if (!failed && isLocal(url)) {
		return <img class={className} src={url} alt={alt ?? words.pictureMissing} onError={() => setFailed(true)} />;
	}
	const href = inside ? null : webLink(url);
	const drawing = (
		<>
			<Icon name="image" size={26} />
			<span>{alt ?? url.split('/').at(-1)}</span>
		</>
	);
	const title = `${words.pictureOutside}\n${url}`;
	return href ? (
		<a class={`${className} no-picture`} href={href} target="_blank" rel="noopener noreferrer" title={title}>
			{drawing}
		</a>
	) : (
		<span class={`${className} no-picture`} title={title}>
			{drawing}
		</span>
	);
}
