import { describe, expect, it } from 'vitest';
import { ifMatchFrom, isMatched, markOfVersion } from './versions.rules.js';

describe('If-Match', () => {
  it.each([
    ['"v7"', true],
    ['*', true],
    [' * ', true],
    ['"v6", "v7"', true],
    ['"v6" ,"v7"', true],
    [', "v7",, ', true],
    ['"a,b","v7"', true],
    ['"v8"', false],
    ['"V7"', false],
    ['"v07"', false],
    ['""', false],
    ['W/"v7"', false],
    ['W/"v7", "v6"', false],
  ])('%s: the seventh version matches: %s', (value, matches) => {
    const ifMatch = ifMatchFrom(value);
    expect(ifMatch).not.toBeNull();
    expect(isMatched(ifMatch ?? [], 7)).toBe(matches);
  });

  it.each([
    '',
    ' ',
    ',',
    'v7',
    '7',
    '"v7',
    'v7"',
    '"v7" "v8"',
    '"v7""v8"',
    '"v 7"',
    'w/"v7"',
    'W/ "v7"',
    '*, "v7"',
    '"v7", *',
    '**',
  ])('that says %j is no list of marks', (value) => {
    expect(ifMatchFrom(value)).toBeNull();
  });

  it('is read at once, however long', () => {
    expect(ifMatchFrom(`${', '.repeat(8_000)}x`)).toBeNull();
    expect(ifMatchFrom(`"a"${' , '.repeat(5_000)}"`)).toBeNull();
  });

  it('of the mark of a version matches that version alone', () => {
    const ifMatch = ifMatchFrom(markOfVersion(12)) ?? [];
    expect([11, 12, 13, 1, 2].map((version) => isMatched(ifMatch, version))).toEqual([
      false,
      true,
      false,
      false,
      false,
    ]);
  });
});
