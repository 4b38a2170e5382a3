import { describe, expect, it } from 'vitest';
import { countWordsOfHtml, tokensOf, wordsOf } from './words.rules.js';

describe('The words of a text', () => {
  it.each([
    ['The mill’s wheel turned 24 times.', ['The', 'mill’s', 'wheel', 'turned', '24', 'times']],
    ['Über-Fluß', ['Über', 'Fluß']],
    ['河水 rises', ['河', '水', 'rises']],
    ['… — !', []],
  ])('of %j', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
    expect(tokensOf(text).join('')).toBe(text);
  });

  it('are counted without the markup, and apart from block to block', () => {
    expect(countWordsOfHtml('<p>Two <b>wor</b>ds</p><p>and<br>three</p>')).toBe(4);
    expect(countWordsOfHtml('')).toBe(0);
  });
});
