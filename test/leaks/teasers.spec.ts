/** What strangers see of a text, whatever the text: random trees, marked anywhere, in every script there is. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sanitiseArticleHtml } from '../../src/articles/text/article-html.rules.js';
import { type HtmlNode, readHtml, visibleText } from '../../src/articles/text/html-tree.rules.js';
import { cutAtPaywall } from '../../src/articles/text/paywall-cut.rules.js';
import { spacelessParagraphs } from '../support/any-markup.js';

const numRuns = 500;
const marker = '<!--paywall-->';

/** A word that is found again wherever it ends up: `n12n`, with something of the world's scripts around it. */
type Numbered = (next: () => string) => string;

const script = fc.constantFrom(
  '',
  'שלום ',
  '‮مرحبا‬ ',
  'e\u0301\u0323\u200d ',
  '👩‍👩‍👧 ',
  '\ud83d',
  '\u0000',
  '\u2028',
  '&#0;&nbsp;',
  '𠜎𠜱 ',
  '&lt;b&gt; ',
  ']]> ',
);

const word: fc.Arbitrary<Numbered> = script.map((around) => (next) => `${around}${next()} `);
const mark: fc.Arbitrary<Numbered> = fc.constant(() => marker);
const picture: fc.Arbitrary<Numbered> = fc.constant(
  (next) => `<img src="/${next()}.png" alt="${next()}">`,
);
const link: fc.Arbitrary<Numbered> = fc.constant(
  (next) => `<a href="/${next()}" title="${next()}">${next()}</a> `,
);

/** Every element that an article may have, nested in every way, with a marker where nobody would set one, too. */
const { tree } = fc.letrec<{ tree: Numbered }>((tie) => {
  const inside = fc.array(tie('tree'), { maxLength: 4 });
  const within = (before: string | Numbered, after: string): fc.Arbitrary<Numbered> =>
    inside.map((children) => (next) => {
      const opened = typeof before === 'string' ? before : before(next);
      return opened + children.map((child) => child(next)).join('') + after;
    });
  return {
    tree: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      { arbitrary: word, weight: 4 },
      { arbitrary: mark, weight: 1 },
      { arbitrary: fc.oneof(picture, link), weight: 2 },
      {
        arbitrary: fc.oneof(
          within('<p>', '</p>'),
          within('<ul><li>', '</li></ul>'),
          within('<ol><li>', '</li><li>x</li></ol>'),
          within('<table><tr><td>', '</td></tr></table>'),
          within((next) => `<table><caption>${next()}</caption><tr><th>`, '</th></tr></table>'),
          within((next) => `<blockquote cite="https://a.test/${next()}">`, '</blockquote>'),
          within('<figure>', '</figure>'),
          within(
            (next) => `<figure><img src="/${next()}.png" alt="${next()}"><figcaption>`,
            '</figcaption></figure>',
          ),
          within('<aside><h3>', '</h3></aside>'),
          within((next) => `<abbr title="${next()}"><em>`, '</em></abbr>'),
          within('<pre><code>', '</code></pre>'),
          within('<dl><dt>', '</dt></dl>'),
        ),
        weight: 4,
      },
    ),
  };
});

const articles = fc.array(tree, { minLength: 1, maxLength: 8 }).map((makers) => {
  let number = 0;
  const next = (): string => `n${(number += 1)}n`;
  return makers.map((make) => make(next)).join('');
});

/** The text of an article as it is kept; null where it is refused. */
function kept(dirty: string): string | null {
  const result = sanitiseArticleHtml(dirty);
  return result.ok ? result.html : null;
}

const wordsIn = (nodes: HtmlNode[]): string => visibleText(nodes).replace(/\s+/g, ' ').trim();
const wordsOf = (html: string): string => wordsIn(readHtml(html));
const numbersIn = (html: string): string[] => html.match(/n\d+n/g) ?? [];

/** For each text that is kept: the text, what strangers see of it, and what stands before the marker and behind. */
function forEach(
  check: (html: string, preview: string, before: string, behind: string, dirty: string) => void,
): void {
  fc.assert(
    fc.property(articles, (dirty) => {
      const html = kept(dirty);
      if (html === null) return;
      const [before = '', ...behind] = html.split(marker);
      check(html, cutAtPaywall(html).previewHtml, before, behind.join(''), dirty);
    }),
    { numRuns },
  );
}

/** Where the marker withholds nothing that can be read it counts as none. */
const isMarked = (behind: string): boolean => wordsOf(behind) !== '';

describe('A teaser', () => {
  it('is balanced, clean and without comments', () => {
    forEach((_, preview) => {
      expect(kept(preview)).toBe(preview);
      expect(preview).not.toContain('<!--');
      expect(preview.isWellFormed()).toBe(true);
      expect(preview).not.toContain('\u0000');
    });
  });

  it('is a beginning of the text, and never all of it', () => {
    forEach((html, preview) => {
      const [whole, shown] = [wordsOf(html), wordsOf(preview)];
      expect(whole.startsWith(shown)).toBe(true);
      expect(shown.length).toBeLessThan(Math.max(1, whole.length));
    });
  });

  it('holds nothing from behind the first marker: no word, no attribute, wherever the marker stands', () => {
    forEach((_, preview, before, behind) => {
      if (!isMarked(behind)) return;
      const allowed = new Set(numbersIn(before));
      expect(numbersIn(preview).filter((number) => !allowed.has(number))).toEqual([]);
    });
  });

  it('shows every word that stands before the marker', () => {
    forEach((_, preview, before, behind) => {
      if (!isMarked(behind)) return;
      expect(wordsOf(preview)).toBe(wordsOf(before));
    });
  });

  it('ends, without a marker, where a block ends, before the last', () => {
    forEach((html, preview, _, behind) => {
      if (isMarked(behind)) return;
      const blocks = readHtml(html.replaceAll(marker, ''));
      const beginnings = [0, ...blocks.keys()].map((count) => wordsIn(blocks.slice(0, count)));
      expect(beginnings).toContain(wordsOf(preview));
    });
  });

  it('is never lost: wherever an article may have a marker, it is kept', () => {
    forEach((html, _preview, _before, _behind, dirty) => {
      expect(html.includes(marker)).toBe(dirty.includes(marker));
    });
  });

  it('is short without a marker, in writings without spaces, too, and withholds the last block', () => {
    fc.assert(
      fc.property(spacelessParagraphs, articles, (paragraphs, article) => {
        const html = kept(paragraphs + article.replaceAll(marker, '') + '<p>last</p>');
        if (html === null) return;
        const { previewHtml } = cutAtPaywall(html);
        expect([...wordsOf(previewHtml)].length).toBeLessThanOrEqual(1_200);
        expect(wordsOf(previewHtml)).not.toContain('last');
      }),
      { numRuns },
    );
  });

  it('is empty where the marker stands first, so that the standfirst shows', () => {
    fc.assert(
      fc.property(articles, (dirty) => {
        const html = kept(`${marker}<p>${dirty.replaceAll(marker, '')}</p><p>x</p>`);
        if (html === null) return;
        expect(cutAtPaywall(html).previewHtml).toBe('');
      }),
      { numRuns },
    );
  });

  it('gives search no word that it does not show', () => {
    forEach((html) => {
      const { previewHtml, previewText } = cutAtPaywall(html);
      expect(previewText.replace(/\s+/g, ' ').trim()).toBe(wordsOf(previewHtml));
    });
  });
});
