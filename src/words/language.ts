/** The language that readers are spoken to in: its words, its direction, its way with numbers and dates. */
import { type Format, formatFor } from '../platform/format/format.js';
import type { Publication } from '../platform/publication/publication.js';
import { spokenIn } from '../platform/publication/spoken-languages.js';
import { type Words, words } from './words.js';

export class Language {
  constructor(
    /** BCP 47, for `<html lang>`. */
    readonly code: string,
    readonly direction: 'ltr' | 'rtl',
    readonly words: Words,
    readonly format: Format,
  ) {}
}

/** Numbers and dates of a language that is named alone. */
const customary: Record<string, string> = { en: 'en-US' };

export function languageOf({
  language,
  timeZone,
}: Pick<Publication, 'language' | 'timeZone'>): Language {
  const format = formatFor(customary[language] ?? language, timeZone);
  return new Language(language, 'ltr', words[spokenIn(language) ?? 'en'], format);
}
