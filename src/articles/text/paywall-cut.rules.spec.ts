/** What a stranger sees of an article, and that nothing else leaks. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyMarkup, spacelessParagraphs } from '../../../test/support/any-markup.js';
import { sanitiseArticleHtml } from './article-html.rules.js';
import { readHtml, visibleText } from './html-tree.rules.js';
import { cutAtPaywall, withoutMarker } from './paywall-cut.rules.js';

const words = (count: number, word = 'word'): string => Array(count).fill(word).join(' ');
const p = (count: number, word?: string): string => `<p>${words(count, word)}</p>`;
const preview = (html: string): string => cutAtPaywall(html).previewHtml;

describe('where the editor set a marker', () => {
  it('the stranger sees what stands before it, and every element is closed', () => {
    expect(preview('<p>a</p><!--paywall--><p>b</p>')).toBe('<p>a</p>');
    expect(preview('<p>a</p><ul><li>b <em>c<!--paywall--> d</em></li><li>e</li></ul>')).toBe(
      '<p>a</p><ul><li>b <em>c</em></li></ul>',
    );
  });

  it('she sees nothing when it comes first', () => {
    expect(preview('<!--paywall--><p>a</p><p>b</p>')).toBe('');
  });

  it('the cut leaves no empty paragraph and no caption without its picture behind', () => {
    expect(
      preview(
        '<p>a</p><figure><!--paywall--><img src="/x.png" alt="secret"><figcaption>secret</figcaption></figure>',
      ),
    ).toBe('<p>a</p>');
    expect(preview('<p>a</p><blockquote><p><!--paywall-->b</p></blockquote>')).toBe('<p>a</p>');
  });

  it('a marker behind the last word withholds nothing and so counts as none', () => {
    expect(preview('<p>a</p><p>b</p><!--paywall-->')).toBe('<p>a</p>');
    expect(preview('<p>a</p><p>b</p><!--paywall--><hr>')).toBe('<p>a</p>');
  });
});

describe('what search may look at', () => {
  const searched = (html: string): string => cutAtPaywall(html).previewText;

  it('is the words of the public part, and neither its markup nor what is behind the cut', () => {
    expect(
      searched(
        '<h2>a&amp;b</h2><p><em>c</em>d<br>e</p><figure><img src="/x.png" alt="f"><figcaption>g</figcaption></figure><!--paywall--><p>h</p>',
      ),
    ).toBe('a&b cd e g');
    expect(searched('<!--paywall--><p>a</p>')).toBe('');
  });

  it('ends where PostgreSQL would have too much of it, without half a letter', () => {
    const long = searched(
      `<p>${'🐟'.repeat(60_000)}</p><p>x${'🐟'.repeat(60_000)}</p><!--paywall--><p>a</p>`,
    );
    expect(long).toHaveLength(100_000);
    expect(long.isWellFormed()).toBe(true);
  });
});

describe('where there is no marker', () => {
  it('the preview ends with the block in which the 80th word falls', () => {
    expect(preview(p(50, 'one') + p(50, 'two') + p(50, 'three'))).toBe(p(50, 'one') + p(50, 'two'));
    expect(preview(p(80, 'one') + p(1, 'two') + p(1, 'three'))).toBe(p(80, 'one'));
  });

  it('an article shorter than that still withholds its last words', () => {
    expect(preview(p(10, 'one') + p(10, 'two'))).toBe(p(10, 'one'));
    expect(preview(p(10, 'one') + p(10, 'two') + '<hr>\n')).toBe(p(10, 'one'));
    expect(preview(p(70, 'one') + p(70, 'two'))).toBe(p(70, 'one'));
  });

  it('a single block, an empty text and a picture alone have no preview', () => {
    expect(preview(p(10))).toBe('');
    expect(preview('')).toBe('');
    expect(preview('<figure><img src="/x.png" alt="x"></figure>')).toBe('');
  });

  it('a very long first block is not given away', () => {
    expect(preview(p(161, 'one') + p(10))).toBe('');
    expect(preview(p(30, 'one') + p(131, 'two') + p(10))).toBe(p(30, 'one'));
  });

  it.each([
    ['Chinese', '今天天气很好我们去公园散步'],
    ['Japanese', '今日は天気がいいです'],
    ['Thai', 'วันนี้อากาศดีมาก'],
    ['Lao', 'ວັນນີ້ອາກາດດີ'],
    ['Khmer', 'ថ្ងៃនេះអាកាសធាតុល្អ'],
  ])('%s, which has no spaces, shows as little as any other language', (_, sentence) => {
    const paragraph = `<p>${sentence.repeat(5)}</p>`;
    const shown = preview(paragraph.repeat(30)).split('</p>').length - 1;
    expect(shown).toBeGreaterThan(0);
    expect(shown).toBeLessThan(8);
  });

  it.each([
    ['dashes', Array.from({ length: 5_000 }, (_, n) => `word${n}`).join('—')],
    ['spaces of no width', Array.from({ length: 5_000 }, (_, n) => `word${n}`).join('\u200B')],
    ['nothing', 'o'.repeat(20_000)],
    ['fish', '🐟'.repeat(1_201)],
  ])('words joined by %s are not given away', (_, long) => {
    expect(preview(`<p>${long}</p><p>end</p>`)).toBe('');
    expect(preview(`<p>a</p><p><abbr title="${long}">b</abbr></p><p>end</p>`)).toBe('<p>a</p>');
  });

  it('a last block in which no reader sees a word does not count as withheld', () => {
    for (const nothing of ['\u200B', '—', '***', '\u3164']) {
      expect(preview(`<p>a</p><p>b</p><p>${nothing}</p>`)).toBe('<p>a</p>');
      expect(preview(`<p>a</p><p>b</p><!--paywall--><p>${nothing}</p>`)).toBe('<p>a</p>');
    }
  });

  it('pictures and other blocks without words are not given away in rows', () => {
    const figure = '<figure><img src="/x.png" alt="x"></figure>';
    const captioned = '<figure><img src="/x.png" alt=""><figcaption>x</figcaption></figure>';
    const table = '<table><tr><td></td></tr></table>';
    expect(preview(figure.repeat(40) + p(2))).toBe(figure);
    expect(preview(`${figure}\n${p(10)}<hr>${p(10)}`)).toBe(`${figure}\n${p(10)}`);
    expect(preview(table.repeat(40) + p(2))).toBe(table);
    expect(preview(captioned.repeat(40) + p(2))).toBe(captioned.repeat(3));
  });

  it('takes a megabyte of anything within a second or two', () => {
    const start = performance.now();
    preview(`<p>${'天气很好'.repeat(250_000)}</p>${p(2)}`);
    preview(`<p>天</p>`.repeat(100_000));
    expect(performance.now() - start).toBeLessThan(4_000);
  });

  it('no heading announces what is withheld', () => {
    expect(preview(`${p(70)}<h2>${words(20)}</h2>\n${p(10)}`)).toBe(p(70));
    expect(preview(`<h2>Title</h2>${p(10)}`)).toBe('');
  });
});

describe('the whole text', () => {
  it('goes out without the marker', () => {
    expect(withoutMarker('<p>a</p><!--paywall--><p>b</p>')).toBe('<p>a</p><p>b</p>');
  });
});

/** Pieces carry numbers in order, so that anything from behind the cut is recognised wherever it stands. */
const numbered = fc
  .array(
    fc.constantFrom(
      (n: string) => `<p>${n} ${words(30)}</p>`,
      (n: string) => `<h2>${n}</h2>`,
      (n: string) => `<ul><li>${n}</li><li>x <b>${n}</b></li></ul>`,
      (n: string) =>
        `<figure><img src="/${n}.png" alt="${n}"><figcaption>${n}</figcaption></figure>`,
      (n: string) => `<p><a href="/${n}">y</a> <abbr title="${n}">z</abbr></p>`,
      (n: string) => `<table><tr><td>${n}</td><td>${n}</td></tr></table>`,
      (n: string) => `<blockquote cite="https://a.test/${n}"><p>${n}</p></blockquote>`,
      (n: string) => `${n} loose `,
      () => '<!--paywall-->',
      () => '<p>before <!--paywall--> after</p>',
    ),
    { maxLength: 12 },
  )
  .map((makers) => makers.map((make, index) => make(`n${index}n`)).join(''));

describe('whatever the article', () => {
  const text = (html: string): string => visibleText(readHtml(html)).replace(/\s+/g, ' ').trim();

  it('the preview is clean, a strict beginning of the text, and withholds words', () => {
    fc.assert(
      fc.property(fc.oneof(anyMarkup, numbered), (dirty) => {
        const result = sanitiseArticleHtml(dirty);
        if (!result.ok) return;
        const { previewHtml } = cutAtPaywall(result.html);
        const whole = text(result.html);
        expect(sanitiseArticleHtml(previewHtml)).toEqual({ ok: true, html: previewHtml });
        expect(previewHtml).not.toContain('<!--');
        expect(whole.startsWith(text(previewHtml))).toBe(true);
        if (whole !== '') expect(text(previewHtml).length).toBeLessThan(whole.length);
        else expect(previewHtml).toBe('');
      }),
      { numRuns: 2_000 },
    );
  });

  it('without a marker the preview is never long, and withholds the last block with words', () => {
    fc.assert(
      fc.property(fc.oneof(anyMarkup, spacelessParagraphs), (dirty) => {
        const result = sanitiseArticleHtml(dirty.replaceAll('<!--paywall-->', ''));
        if (!result.ok) return;
        const { previewHtml } = cutAtPaywall(result.html);
        const withWords = (html: string): number =>
          readHtml(html).filter((block) => /[\p{L}\p{N}]/u.test(visibleText([block]))).length;
        expect([...text(previewHtml)].length).toBeLessThanOrEqual(1_200);
        expect(withWords(previewHtml)).toBeLessThanOrEqual(Math.max(0, withWords(result.html) - 1));
      }),
      { numRuns: 500 },
    );
  });

  it('nothing from behind the cut is in it, in no attribute, alt text or caption', () => {
    fc.assert(
      fc.property(numbered, (dirty) => {
        const result = sanitiseArticleHtml(dirty);
        if (!result.ok) return;
        const { previewHtml } = cutAtPaywall(result.html);
        const cut = [...previewHtml.matchAll(/n(\d+)n/g)].map(([, number]) => Number(number));
        const [before = '', ...behind] = result.html.split('<!--paywall-->');
        // A marker that withholds no word counts as none; then what stands behind it may show.
        if (text(behind.join('')) !== '') {
          for (const number of cut) expect(before).toContain(`n${number}n`);
        }
        const last = Math.max(-1, ...cut);
        const all = [...result.html.matchAll(/n(\d+)n/g)].map(([, number]) => Number(number));
        expect([...new Set(cut)]).toEqual([...new Set(all.filter((number) => number <= last))]);
      }),
      { numRuns: 2_000 },
    );
  });
});
