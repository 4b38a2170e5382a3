/** The language a page speaks: its words and its way with numbers and dates, handed down to every part. */

import { createContext, type ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import { formatFor, type Format } from '../platform/format/format.js';
import { publication } from './publication.js';
import { en, type Words } from './words/en.js';

export interface Language {
  /** BCP 47, for `<html lang>`. */
  code: string;
  direction: 'ltr' | 'rtl';
  words: Words;
  format: Format;
}

export const english: Language = {
  code: 'en',
  direction: 'ltr',
  words: en,
  format: formatFor('en-US', publication.timeZone),
};

const LanguageContext = createContext<Language>(english);

export function Speaking(props: { language: Language; children: ComponentChildren }) {
  return (
    <LanguageContext.Provider value={props.language}>{props.children}</LanguageContext.Provider>
  );
}

export function useLanguage(): Language {
  return useContext(LanguageContext);
}
