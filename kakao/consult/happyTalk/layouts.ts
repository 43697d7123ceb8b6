import type { BubbleLayout } from '../contract';

/** Bubbles of HappyTalk's third format (facts consulttalk §2.3). */
export const LAYOUTS: readonly BubbleLayout[] = ['text', 'image', 'wideImage', 'itemList', 'wideItemList', 'carousel'];
