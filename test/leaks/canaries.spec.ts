/** A canary is found in whatever dress it goes out. */
import { describe, expect, it } from 'vitest';
import { Canaries } from './canaries.js';

const canaries = new Canaries();
const word = canaries.perch('members-story', 'caption');
const coded = (write: (code: number) => string): string =>
  [...word].map((letter) => write(letter.charCodeAt(0))).join('');

describe('a canary', () => {
  it.each([
    ['as it is', word],
    ['in capitals', word.toUpperCase()],
    ['in an address', `/x?next=${coded((code) => `%${code.toString(16)}`)}`],
    ['as decimal entities', coded((code) => `&#${code};`)],
    ['as hexadecimal entities', coded((code) => `&#x${code.toString(16)};`)],
    ['escaped in JSON', coded((code) => `\\u${code.toString(16).padStart(4, '0')}`)],
    ['in hexadecimal digits', Buffer.from(`a text with ${word}`).toString('hex')],
    ...['', 'a', 'ab', 'abc'].map((before) => [
      `in base64 behind "${before}"`,
      Buffer.from(`${before}${word} and more`).toString('base64'),
    ]),
    ['in a cursor', Buffer.from(JSON.stringify([word, 3])).toString('base64url')],
  ])('is found %s', (_, text) => {
    expect([...canaries.in(`before ${text} behind`)]).toEqual([word]);
    expect(canaries.perchOf(word).place).toBe('caption');
  });

  it('is found also by a piece, and not where it is not', () => {
    expect(canaries.in(word.slice(0, -3)).size).toBe(1);
    expect(canaries.in(`${canaries.unheard()} %zz &#99999999; \\u00`).size).toBe(0);
  });
});
