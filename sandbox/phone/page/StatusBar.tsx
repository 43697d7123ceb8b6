import { useEffect, useState } from 'preact/hooks';
import { statusBarClock } from './format.mts';

const CLOCK_MS = 15_000;

export function StatusBar() {
	const [time, setTime] = useState(statusBarClock);
	useEffect(() => {
		const timer = setInterval(() => setTime(statusBarClock()), CLOCK_MS);
		return () => clearInterval(timer);
	}, []);
	return (
		<div class="status-bar" aria-hidden="true">
			<span>{time}</span>
			<i class="camera" />
			<span class="battery" />
		</div>
	);
}
