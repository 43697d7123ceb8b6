import { useLayoutEffect, useRef, useState } from 'preact/hooks';

interface Props {
	question: string;
	yes: string;
	no: string;
	onYes: () => Promise<void>;
	onNo: () => void;
}

export function Confirm({ question, yes, no, onYes, onNo }: Props) {
	const dialog = useRef<HTMLDialogElement>(null);
	/** It is being done: a second click would do it twice, and it is too late for a no. */
	const [busy, setBusy] = useState(false);
	useLayoutEffect(() => dialog.current?.showModal(), []);
	const confirm = async (): Promise<void> => {
		setBusy(true);
		await onYes();
		setBusy(false);
	};
	return (
		<dialog ref={dialog} class="confirm" aria-label={question} onCancel={(event) => (busy ? event.preventDefault() : onNo())}>
			<p>{question}</p>
			<div class="confirm-buttons">
				<button type="button" class="plain" disabled={busy} onClick={onNo}>
					{no}
				</button>
				<button type="button" class="primary" data-testid="confirm-yes" disabled={busy} onClick={() => void confirm()}>
					{yes}
				</button>
			</div>
		</dialog>
	);
}
