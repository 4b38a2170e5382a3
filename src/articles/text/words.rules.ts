/** Takes a text of any length apart into its words, in time that grows with its length alone. */
import { readHtml, visibleText } from './html-tree.rules.js';

/** Where words are written without a space between them, every sign counts as one. */
const unspaced =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';

const word = `[${unspaced}]\\p{M}*|(?:(?![${unspaced}])[\\p{L}\\p{N}\\p{M}])+(?:['’](?:(?![${unspaced}])[\\p{L}\\p{N}\\p{M}])+)*`;

const token = new RegExp(`${word}|\\s+|.`, 'gsu');
const onlyWords = new RegExp(word, 'gu');

/** Words, white space and signs; joined again they are the text. */
export function tokensOf(text: string): string[] {
  return text.match(token) ?? [];
}

export function wordsOf(text: string): string[] {
  return text.match(onlyWords) ?? [];
}

/** Of a clean text, as a reader would count them. */
export function countWordsOfHtml(html: string): number {
  return wordsOf(visibleText(readHtml(html))).length;
}
