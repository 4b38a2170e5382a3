/** Every language says everything, and nothing in another one. */
import { describe, expect, it } from 'vitest';
import { html, pages } from '../support/site-samples/rendered.js';
import { gallery } from '../support/site-samples/gallery.js';
import { voice } from '../support/site-samples/frames.js';
import { wordsOf } from '../support/visitor.js';
import { renderPage } from '../../src/site/render-page.js';
import { de } from '../../src/words/de/de.js';
import { en } from '../../src/words/en/en.js';
import { languageOf } from '../../src/words/language.js';

const german = { ...voice, language: languageOf({ language: 'de', timeZone: 'UTC' }) };

/** Every plain sentence below, by its place: `wall.members.title`. What takes arguments is left out. */
function sentences(words: object, above = ''): [place: string, sentence: string][] {
  return Object.entries(words).flatMap(([name, value]): [string, string][] => {
    const place = `${above}${name}`;
    if (typeof value === 'string') return [[place, value]];
    return typeof value === 'object' && value !== null
      ? sentences(value as object, `${place}.`)
      : [];
  });
}

/** What the rooms refuse comes to a page from outside, and in the samples in English. */
const isHandedIn = ([place]: [string, string]): boolean =>
  /problems\b/.test(place) || place === 'reset.dead';

const isSentence = ([, words]: [string, string]): boolean => words.split(' ').length > 2;

describe('German', () => {
  it('says everything that English says, and in its own words', () => {
    const english = new Map(sentences(en));
    const inGerman = sentences(de);
    expect(inGerman.map(([place]) => place).sort()).toEqual([...english.keys()].sort());
    const copied = inGerman
      .filter(isSentence)
      .filter(([place, said]) => said === english.get(place));
    expect(copied).toEqual([]);
  });

  it.each(Object.keys(gallery))('leaves no English sentence on the page %s', (name) => {
    const page = gallery[name];
    if (page === undefined) throw new Error(`There is no sample of the page ${name}.`);
    const text = wordsOf(renderPage(page, german));
    const left = sentences(en)
      .filter((each) => isSentence(each) && !isHandedIn(each))
      .map(([, sentence]) => sentence)
      .filter((sentence) => text.includes(sentence));
    expect(left).toEqual([]);
  });

  it('is told apart by browsers and readers who hear the page', () => {
    expect(pages.length).toBeGreaterThan(20);
    expect(html('home')).toContain('<html lang="en" dir="ltr">');
    const home = gallery['home'];
    expect(home && renderPage(home, german)).toContain('<html lang="de" dir="ltr">');
  });

  it('counts one thing and several, and writes money and days as people there do', () => {
    const { words, format } = german.language;
    expect(words.article.meterHint({ remaining: 1, limit: 3, windowDays: 1 })).toBe(
      'Noch 1 von 3 freien Artikeln; jeder kommt nach einem Tag zurück.',
    );
    expect(words.offer.startTrial(7)).toBe('7 Tage kostenlos lesen');
    const monthly = { windowDays: null };
    expect(words.wall.exhausted.title(1, monthly)).toBe(
      'Sie haben Ihren freien Artikel in diesem Monat gelesen',
    );
    expect(words.wall.exhausted.title(3, monthly)).toBe(
      'Sie haben Ihre 3 freien Artikel in diesem Monat gelesen',
    );
    expect(words.article.meterLast({ limit: 1, ...monthly })).toBe(
      'Das war Ihr freier Artikel in diesem Monat.',
    );
    expect(format.money({ amount: 30_000, currency: 'eur' }).replaceAll('\u00a0', ' ')).toBe(
      '300,00 €',
    );
    expect(format.date(new Date('2026-11-23T00:00:00Z'))).toBe('23. November 2026');
  });
});
