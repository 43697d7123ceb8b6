import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { recall } from './remember.mts';
import { type Language, WORDS, type Words } from './words.mts';

export function firstLanguage(): Language {
	const kept = recall<string>('language', '');
	if (kept === 'ko' || kept === 'en') return kept;
	return navigator.language.toLowerCase().startsWith('ko') ? 'ko' : 'en';
}

export const LanguageContext = createContext<Language>('ko');

export function useLanguage(): { language: Language; words: Words } {
	const language = useContext(LanguageContext);
	return { language, words: WORDS[language] };
}
