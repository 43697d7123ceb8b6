import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useLanguage } from '../../language.mts';

/** Hides a message for adults until somebody says they are one; KakaoTalk has that verified. */
export function AdultCover({ adult, children }: { adult: boolean; children: ComponentChildren }) {
	const { words } = useLanguage();
	const [verified, setVerified] = useState(false);
	if (!adult || verified) return <>{children}</>;
	return (
		<div class="adult" data-testid="adult-cover">
			<div class="adult-content" inert aria-hidden="true">
				{children}
			</div>
			<div class="adult-cover" lang="ko">
				<b aria-hidden="true">19</b>
				<strong>{words.adultTitle}</strong>
				<span>{words.adultText}</span>
				<button type="button" data-testid="adult-confirm" onClick={() => setVerified(true)}>
					{words.adultConfirm}
				</button>
			</div>
		</div>
	);
}
