import { describe, expect, it } from 'vitest';
import { type Peak, meterEffectOf } from './meter-effect.rules.js';

const readers = { one: 'registered reader', many: 'registered readers' };

/** A thousand opened one article, two hundred two, and forty all three. */
const peaks: Peak[] = [
  { opened: 1, readers: 1_000 },
  { opened: 2, readers: 200 },
  { opened: 3, readers: 40 },
];

const effect = (now: number, instead: number, others: readonly Peak[] = peaks, had = peaks) =>
  meterEffectOf(readers, { now, instead }, { peaks: { now: had, instead: others }, oneIn: 1 });

describe('another allowance', () => {
  it('smaller: so many more would have used it up', () => {
    expect(effect(3, 2)).toEqual({
      limit: { now: 3, instead: 2 },
      readers: 1_240,
      usedUp: { now: 40, instead: 240 },
      sentence:
        'Of 1,240 registered readers who opened metered articles, 40 used up the 3 of a window. With 2 it would have been 240.',
    });
  });

  it('none at all: the first article would have been the wall for everybody', () => {
    expect(effect(3, 0)).toMatchObject({ usedUp: { instead: 1_240 } });
    expect(effect(3, 0).sentence).toContain('would have been the wall for all 1,240.');
    const one = [{ opened: 1, readers: 1 }];
    expect(effect(3, 0, one, one).sentence).toBe(
      'Of 1 registered reader who opened metered articles, none used up the 3 of a window. With none, the first article would have been the wall.',
    );
  });

  it('larger: whoever used it up would have had more; how many of it she would have opened, nobody knows', () => {
    expect(effect(3, 5)).toMatchObject({ usedUp: { now: 40, instead: 0 } });
    expect(effect(3, 5).sentence).toContain('With 5, they would have had 2 more.');
    expect(effect(4, 5).sentence).toContain('With 5, nothing would have changed for anybody.');
  });

  it('the same, in the same window: nothing more is said', () => {
    expect(effect(3, 3).sentence).toBe(
      'Of 1,240 registered readers who opened metered articles, 40 used up the 3 of a window.',
    );
  });

  it('the same, in another window', () => {
    const shorter = [{ opened: 2, readers: 1_240 }];
    expect(effect(3, 3, shorter)).toMatchObject({
      readers: 1_240,
      usedUp: { now: 40, instead: 0 },
    });
    expect(effect(3, 3, shorter).sentence).toContain('In the other window it would have been 0.');
  });

  it('is not known where nothing is given, and nothing where nobody reads', () => {
    expect(effect(0, 2, [], []).sentence).toBe(
      'Metered articles are not given to registered readers now, so nothing is known of how many they would open.',
    );
    expect(effect(3, 2, [], []).sentence).toBe(
      'Not one metered article was opened by registered readers.',
    );
  });

  it('by some of very many: each stands for the others, and it is said', () => {
    const some = { peaks: { now: peaks, instead: peaks }, oneIn: 18.6 };
    expect(meterEffectOf(readers, { now: 3, instead: 2 }, some)).toEqual({
      limit: { now: 3, instead: 2 },
      readers: 23_064,
      usedUp: { now: 744, instead: 4_464 },
      sentence:
        'Estimated by one in 19. Of 23,064 registered readers who opened metered articles, 744 used up the 3 of a window. With 2 it would have been 4,464.',
    });
  });
});
