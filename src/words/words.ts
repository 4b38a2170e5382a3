/** The languages that readers are spoken to in: English says which sentences there are, every other one says them all. */
import type { SpokenLanguage } from '../platform/publication/spoken-languages.js';
import { de } from './de/de.js';
import { en } from './en/en.js';

export type Words = typeof en;

export const words: Record<SpokenLanguage, Words> = { en, de };
