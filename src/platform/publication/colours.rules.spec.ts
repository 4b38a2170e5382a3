import { describe, expect, it } from 'vitest';
import { ourColours, unreadablePairs } from './colours.rules.js';

describe('what a reader with tired eyes gets', () => {
  it.each(Object.entries(ourColours))('is ink that stands out from the paper: %s', (_, palette) => {
    expect(unreadablePairs(palette)).toEqual([]);
  });

  it('is never yellow on white', () => {
    const yellow = { ...ourColours.light, paper: '#ffffff', accent: '#ffee00' };
    expect(unreadablePairs(yellow)).toEqual([
      'accent on paper has a contrast of 1.20, at least 4.5',
      'accent on tint has a contrast of 1.04, at least 4.5',
    ]);
  });
});
