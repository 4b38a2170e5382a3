import { describe, expect, it } from 'vitest';
import { longestLabel, mostLabels, readLabel, readLabels } from './label.rules.js';

describe('a label', () => {
  it.each([
    ['press-club', 'press-club'],
    [' Press-Club ', 'press-club'],
    ['2027', '2027'],
    ['x'.repeat(longestLabel), 'x'.repeat(longestLabel)],
  ])('%s is kept as %s', (written, kept) => {
    expect(readLabel(written)).toBe(kept);
  });

  it.each(['', '-', 'press club', 'press--club', '-press', 'press-', 'é', 'a_b', 'x'.repeat(41)])(
    '%j is none',
    (written) => {
      expect(readLabel(written)).toBeNull();
    },
  );
});

describe('the labels of a member', () => {
  it('are kept once each, in the order of the alphabet', () => {
    expect(readLabels(['vip', 'Press', 'press'])).toEqual({
      granted: true,
      labels: ['press', 'vip'],
    });
  });

  it('may be none', () => {
    expect(readLabels([])).toEqual({ granted: true, labels: [] });
  });

  it('are refused with the word that is none', () => {
    expect(readLabels(['vip', 'very important'])).toEqual({
      granted: false,
      denial: 'not-a-label',
      written: 'very important',
    });
  });

  it('are twenty at most, counted once each', () => {
    const all = Array.from({ length: mostLabels }, (_, number) => `label-${number}`);
    expect(readLabels([...all, 'LABEL-0']).granted).toBe(true);
    expect(readLabels([...all, 'one-more'])).toEqual({ granted: false, denial: 'too-many' });
  });
});
