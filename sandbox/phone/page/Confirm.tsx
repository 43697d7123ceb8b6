import { useLayoutEffect, useRef } from 'preact/hooks';

interface Props {
	question: string;
	yes: string;
	no: string;
	onYes: () => Promise<void>;
	onNo: () => void;
}

export function Confirm({ question, yes, no, onYes, onNo }: Props) {
	const dialog = useRef<HTMLDialogElement>(null);
	useLayoutEffect(() => dialog.current?.showModal(), []);
	return (
		<dialog ref={dialog} class="confirm" aria-label={question} onCancel={onNo}>
			<p>{question}</p>
			<div class="confirm-buttons">
				<button type="button" class="plain" onClick={onNo}>
					{no}
				</button>
				<button type="button" class="primary" data-testid="confirm-yes" onClick={() => void onYes()}>
					{yes}
				</button>
			</div>
		</dialog>
	);
}
