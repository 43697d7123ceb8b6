import { en } from './words/en.mts';
import { ko, type Words } from './words/ko.mts';

export type { Words };

export type Language = 'ko' | 'en';

/** Every string of the page, in both languages. */
export const WORDS: Record<Language, Words> = { ko, en };
