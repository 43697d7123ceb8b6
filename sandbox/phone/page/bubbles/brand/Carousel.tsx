import { type ComponentChildren, toChildArray } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../../Icon.tsx';
import { useLanguage } from '../../language.mts';

/** Browsers round scroll positions. */
const NEAR_PX = 4;

interface Place {
	current: number;
	atStart: boolean;
	atEnd: boolean;
}

function startsOf(track: HTMLElement): number[] {
	const cards = [...track.children].filter((child) => child instanceof HTMLElement);
	return cards.map((card) => card.offsetLeft - (cards[0]?.offsetLeft ?? 0));
}

function placeOf(track: HTMLElement): Place {
	const starts = startsOf(track);
	const left = track.scrollLeft;
	const atEnd = left >= track.scrollWidth - track.clientWidth - NEAR_PX;
	const distances = starts.map((start) => Math.abs(start - left));
	// The last cards may stand side by side; the very end then counts as the last one.
	const current = atEnd ? starts.length - 1 : distances.indexOf(Math.min(...distances));
	return { current, atStart: left <= NEAR_PX, atEnd };
}

/** Cards side by side to swipe through; with a mouse by arrows, with a keyboard by its arrow keys. */
export function Carousel({ children }: { children: ComponentChildren }) {
	const { words } = useLanguage();
	const track = useRef<HTMLDivElement>(null);
	const [place, setPlace] = useState<Place>({ current: 0, atStart: true, atEnd: false });
	const cards = toChildArray(children);

	const look = (): void => {
		if (track.current) setPlace(placeOf(track.current));
	};
	useLayoutEffect(look, [cards.length]);

	const go = (step: 1 | -1): void => {
		if (!track.current) return;
		const left = track.current.scrollLeft;
		const starts = startsOf(track.current);
		const goal = step === 1 ? starts.find((start) => start > left + NEAR_PX) : starts.findLast((start) => start < left - NEAR_PX);
		if (goal !== undefined) track.current.scrollTo({ left: goal });
	};
	const onKeyDown = (event: KeyboardEvent): void => {
		if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
		event.preventDefault();
		go(event.key === 'ArrowRight' ? 1 : -1);
	};

	return (
		<div class={place.atStart ? 'carousel' : 'carousel moved'}>
			<div
				class="track"
				ref={track}
				role="group"
				aria-label={words.cards}
				tabIndex={0}
				data-testid="carousel"
				onScroll={look}
				onKeyDown={onKeyDown}
			>
				{cards.map((card, index) => (
					<div class="slide" key={index} role="group" aria-label={words.card(index + 1, cards.length)}>
						{card}
					</div>
				))}
			</div>
			{!place.atStart && (
				<button type="button" class="carousel-arrow previous" aria-label={words.previousCard} data-testid="carousel-previous" onClick={() => go(-1)}>
					<Icon name="back" size={18} />
				</button>
			)}
			{!place.atEnd && (
				<button type="button" class="carousel-arrow next" aria-label={words.nextCard} data-testid="carousel-next" onClick={() => go(1)}>
					<Icon name="next" size={18} />
				</button>
			)}
			<div class="dots" aria-hidden="true" data-testid="carousel-dots">
				{cards.map((_, index) => (
					<i key={index} class={index === place.current ? 'current' : ''} />
				))}
			</div>
		</div>
	);
}
