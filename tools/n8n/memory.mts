import { existsSync, readFileSync } from 'node:fs';

/** Resident memory of a process in MB; null where there is no /proc. */
export function residentMemory(pid: number): number | null {
	const file = `/proc/${pid}/status`;
	if (!existsSync(file)) return null;
	const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(file, 'utf8'))?.[1];
	return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1024);
}

/** Samples a process's memory ten times a second; the returned function ends it and gives the peak in MB. */
export function watchMemory(pid: number): () => number | null {
	let peak = residentMemory(pid);
	const timer = setInterval(() => {
		const now = residentMemory(pid);
		if (now !== null && (peak === null || now > peak)) peak = now;
	}, 100);
	return () => {
		clearInterval(timer);
		return peak;
	};
}
