import { describe, expect, it } from 'vitest';
import { isFresh } from './fresh-proof.rules.js';

const at = (seconds: number) => new Date(1_800_000_000_000 + seconds * 1000);

describe('a fresh proof', () => {
  it('is good for ten minutes, to the second', () => {
    expect(isFresh(at(0), at(0))).toBe(true);
    expect(isFresh(at(0), at(599.999))).toBe(true);
    expect(isFresh(at(0), at(600))).toBe(false);
  });
});
