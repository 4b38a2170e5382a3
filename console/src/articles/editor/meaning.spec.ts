import { describe, expect, it } from 'vitest';
import { lossesIn, sameMeaning } from './meaning.js';

describe('two ways to spell a text', () => {
  it.each([
    ['spaces between blocks', '<p>a</p>\n\n<p>b</p>', '<p>a</p><p>b</p>'],
    ['line breaks among words', '<p>a\n  b</p>', '<p>a b</p>'],
    [
      'marks in another order',
      '<p><em><strong>a</strong></em></p>',
      '<p><strong><em>a</em></strong></p>',
    ],
    ['marks that go on', '<p><em>a</em><em>b</em></p>', '<p><em>ab</em></p>'],
    ['items with a paragraph and without', '<ul><li><p>a</p></li></ul>', '<ul><li>a</li></ul>'],
    ['paragraphs with nothing in them', '<p>a</p><p> </p>', '<p>a</p>'],
    [
      'what the API adds to links',
      '<p><a href="/x" rel="external">a</a></p>',
      '<p><a href="/x">a</a></p>',
    ],
    ['code with its pre alone', '<pre>a\n  b</pre>', '<pre><code>a\n  b</code></pre>'],
    ['the first number of a list', '<ol start="1"><li>a</li></ol>', '<ol><li>a</li></ol>'],
    ['letters by name', '<p>a&amp;b</p>', '<p>a&#38;b</p>'],
  ])('mean the same: %s', (_what, one, other) => {
    expect(sameMeaning(one, other)).toBe(true);
    expect(lossesIn(one, other)).toEqual([]);
  });

  it.each([
    ['another word', '<p>a</p>', '<p>b</p>', /./],
    ['a heading', '<h2>a</h2>', '<p>a</p>', /<h2>/],
    ['the marker', '<p>a</p><!--paywall--><p>b</p>', '<p>a</p><p>b</p>', /paywall marker/],
    [
      'a marker in the middle of a paragraph',
      '<p>a<!--paywall-->b</p>',
      '<p>a</p><!--paywall--><p>b</p>',
      /paywall marker within a <p>/,
    ],
    ['where the marker stands', '<!--paywall--><p>a</p>', '<p>a</p><!--paywall-->', /where/],
    ['the language of a word', '<p><em lang="fr">a</em></p>', '<p><em>a</em></p>', /lang of <em>/],
    ['where a link leads', '<p><a href="/x">a</a></p>', '<p><a href="/y">a</a></p>', /./],
    ['a space between words', '<p>a <em>b</em></p>', '<p>a<em>b</em></p>', /./],
    ['a line break', '<p>a<br>b</p>', '<p>a b</p>', /<br>/],
    ['spaces in code', '<pre>a  b</pre>', '<pre>a b</pre>', /./],
    [
      'an empty cell',
      '<table><tbody><tr><td></td><td>a</td></tr></tbody></table>',
      '<table><tbody><tr><td>a</td></tr></tbody></table>',
      /<td>/,
    ],
    ['what a picture shows', '<p><img src="/p" alt="A"></p>', '<p><img src="/p" alt=""></p>', /./],
  ])('differ, and it is told: %s', (_what, one, other, told) => {
    expect(lossesIn(one, other).join(', ')).toMatch(told);
  });
});
