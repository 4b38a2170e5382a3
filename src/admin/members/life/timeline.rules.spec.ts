import { describe, expect, it } from 'vitest';
import { type Moment, newestFirst, newestOf } from './timeline.rules.js';

const at = (second: number, key: string): Moment => ({ at: new Date(second * 1000), key });

/** What a source tells: its newest before a moment, as many as are wanted. */
const told = (source: readonly Moment[], before: Moment | null, wanted: number): Moment[] =>
  source
    .filter((each) => before === null || newestFirst(before, each) < 0)
    .toSorted(newestFirst)
    .slice(0, wanted);

const sources: Moment[][] = [
  [at(1, 'a'), at(5, 'b'), at(5, 'c'), at(9, 'd')],
  [at(5, 'e'), at(5, 'f'), at(6, 'g')],
  [],
  [at(2, 'h'), at(9, 'i')],
];

describe('the timeline of a member', () => {
  it('begins with the newest', () => {
    expect(newestOf([at(1, 'a'), at(3, 'b'), at(2, 'c')], 2)).toEqual([at(3, 'b'), at(2, 'c')]);
  });

  it('tells what happened at one instant in one order, whoever told it first', () => {
    const [one, other] = [at(7, 'one'), at(7, 'other')];
    expect(newestOf([one, other], 2)).toEqual(newestOf([other, one], 2));
  });

  it.each([1, 2, 3, 4, 20])('is the same in pages of %i as in one piece', (size) => {
    const whole = sources.flat().toSorted(newestFirst);
    const leafed: Moment[] = [];
    for (let before: Moment | null = null; ; before = leafed.at(-1) ?? null) {
      const page = newestOf(
        sources.flatMap((source) => told(source, before, size)),
        size,
      );
      if (page.length === 0) break;
      leafed.push(...page);
    }
    expect(leafed).toEqual(whole);
  });
});
