import { describe, expect, it } from 'vitest';
import { normaliseEmail } from './email-address.rules.js';

describe('an address', () => {
  it.each([
    ['  Mira@Readers.TEST ', 'mira@readers.test'],
    ['mira+news@readers.test', 'mira+news@readers.test'],
    ['mira@mail。readers.test', 'mira@mail.readers.test'],
    ['mira@mail｡readers.test', 'mira@mail.readers.test'],
    ['mira@ⓡeaders.test', 'mira@readers.test'],
    ['mira@rea\u00ADders.test', 'mira@readers.test'],
    ['mira@readers.test\u200B', 'mira@readers.test'],
    ['mira@xn--bcher-kva.test', 'mira@bücher.test'],
    ['mira@BÜCHER.test', 'mira@bücher.test'],
    ['m@ira@mail。readers.test', 'm@ira@mail.readers.test'],
  ])('that is written %j leads to one mailbox and is one account', (written, kept) => {
    expect(normaliseEmail(written)).toBe(kept);
    expect(normaliseEmail(kept)).toBe(kept);
  });

  it.each(['', 'mira', 'mira@', 'mira@a b.test', 'mira@%41.test', 'mira@[::1]'])(
    'that is none, like %j, does not become one',
    (written) => {
      expect(normaliseEmail(written)).toBe(written);
    },
  );
});
