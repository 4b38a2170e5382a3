import { describe, expect, it } from 'vitest';
import { nextLook } from './looks.rules.js';

describe('the page after a payment of which Stripe says nothing', () => {
  it('looks again soon, then less and less often, and then leaves it at that', () => {
    const seconds: number[] = [];
    for (let look = nextLook(undefined); look !== null; look = nextLook(String(look.number))) {
      seconds.push(look.seconds);
    }
    expect(seconds.length).toBeGreaterThan(3);
    expect(seconds).toEqual(seconds.toSorted((a, b) => a - b));
    expect(seconds.reduce((sum, each) => sum + each, 0)).toBeLessThan(90);
  });

  it.each([['nonsense'], [['1', '2']], ['-1'], [{}]])('takes %j for a first look', (looks) => {
    expect(nextLook(looks)).toEqual(nextLook(undefined));
  });
});
