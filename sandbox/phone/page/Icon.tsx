/** Stroke icons on a 24 grid, drawn here so that nothing is loaded. */
const PATHS = {
	back: 'M15 5l-7 7 7 7',
	next: 'M9 5l7 7-7 7',
	close: 'M6 6l12 12M18 6L6 18',
	gear: 'M4 7h10M18 7h2M4 17h2M10 17h10M14 4.500v5M6 14.500v5',
	plus: 'M12 5v14M5 12h14',
	lock: 'M7 11V8a5 5 0 0 1 10 0v3M6 11h12v9H6z',
	down: 'M12 5v14M6 13l6 6 6-6',
	chat: 'M5 5h14a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-6l-5 4v-4H5a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2z',
	chatPlus: 'M5 5h14a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-6l-5 4v-4H5a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2zM12 8v6M9 11h6',
	list: 'M8 6h12M8 12h12M8 18h12M4 6h.01M4 12h.01M4 18h.01',
	trash: 'M5 7h14M10 11v6M14 11v6M7 7l1 13h8l1-13M9 7V4h6v3',
	image: 'M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.500 9h.01',
	alert: 'M12 8v5M12 16.500h.01M12 3l10 18H2z',
	clock: 'M12 7v5l3 2M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z',
	person: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4.500 20c.8-3.800 3.800-5.500 7.500-5.500s6.700 1.700 7.500 5.500',
	check: 'M5 12.500l4.500 4.500L19 7.500',
	download: 'M12 4v10M7.500 10l4.500 4.500 4.500-4.500M5 19h14',
	play: 'M8 5.500v13l11-6.500z',
	moon: 'M20 14.500A8.500 8.500 0 0 1 9.500 4a8.500 8.500 0 1 0 10.500 10.500z',
	sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2.500v2M12 19.500v2M2.500 12h2M19.500 12h2M5.300 5.300l1.400 1.400M17.300 17.300l1.400 1.400M5.300 18.700l1.400-1.400M17.300 6.700l1.400-1.400',
	send: 'M12 19V5M6 11l6-6 6 6',
	clip: 'M20 11.500l-8 8a5 5 0 0 1-7-7l8.500-8.500a3.300 3.300 0 0 1 4.700 4.700l-8.500 8.500a1.700 1.700 0 0 1-2.400-2.400l7.700-7.700',
	menu: 'M4 7h16M4 12h16M4 17h16',
	file: 'M6 3h8l5 5v13H6zM14 3v5h5',
	headset: 'M4 14v-2a8 8 0 0 1 16 0v2M4 14h3v6H5a1 1 0 0 1-1-1zM20 14h-3v6h2a1 1 0 0 0 1-1zM19 20c0 1-2 2-5 2',
	bot: 'M12 3.500v3.500M7 7h10a3 3 0 0 1 3 3v6a3 3 0 0 1-3 3H7a3 3 0 0 1-3-3v-6a3 3 0 0 1 3-3zM9 12v2M15 12v2',
	ban: 'M12 3.500a8.500 8.500 0 1 0 0 17 8.500 8.500 0 0 0 0-17zM6 6l12 12',
	out: 'M14 5h5v5M19 5l-9 9M17 14v5H5V7h5',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
	return (
		<svg class="icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
			<path d={PATHS[name]} />
		</svg>
	);
}
