import { describe, expect, it } from 'vitest';
import type { HeroImage } from '../article.js';
import { freeSlug, missingForPublication } from './article-draft.rules.js';

const picture = (alt: string): HeroImage => ({
  url: '/harbour.jpg',
  alt,
  caption: null,
  credit: null,
});

const missing = (bodyHtml: string, heroImage: HeroImage | null = null) =>
  missingForPublication({ title: 'The Wend rises', slug: 'the-wend', heroImage, bodyHtml });

describe('an article is ready for its readers', () => {
  it('with a title, a slug and a text', () => {
    expect(missing('<p>Words.</p>')).toEqual([]);
    const bare = { title: '', slug: '', heroImage: null, bodyHtml: '<p>…</p>' };
    expect(missingForPublication(bare).map(({ field }) => field)).toEqual([
      'title',
      'slug',
      'bodyHtml',
    ]);
  });

  it.each(['', '…', '\u200b', '"'])('once its hero says more than %j', (alt) => {
    expect(missing('<p>Words.</p>', picture(alt)).map(({ field }) => field)).toEqual([
      'heroImage.alt',
    ]);
    expect(missing('<p>Words.</p>', picture('The harbour at dawn'))).toEqual([]);
  });

  it('once each picture in its text is described, in front of the wall and behind it', () => {
    const text = (alt: string) =>
      `<p>Words <img src="/a.jpg" alt="A"></p><!--paywall--><ul><li>` +
      `<figure><img src="https://x.test/b.jpg?c=1&amp;d" alt="${alt}"></figure></li></ul>` +
      `<p><img src="/c.jpg" alt="${alt}"><img src="/c.jpg" alt=""></p>`;
    expect(missing(text('')).map(({ message }) => message)).toEqual([
      'Describe the picture https://x.test/b.jpg?c=1&d in its alt text for those who do not see it.',
      'Describe the picture /c.jpg in its alt text for those who do not see it.',
    ]);
    expect(missing(text('A map of 1893')).map(({ message }) => message)).toHaveLength(1);
  });
});

it('a wanted slug that is taken is numbered', () => {
  expect(freeSlug('wend', new Set())).toBe('wend');
  expect(freeSlug('wend', new Set(['wend', 'wend-2', 'wend-4']))).toBe('wend-3');
});
