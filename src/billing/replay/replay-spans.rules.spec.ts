/** A replay reads everything since the last one, a little of that again, and never what Stripe has forgotten. */
import { describe, expect, it } from 'vitest';
import { spansToRead } from './replay-spans.rules.js';

const now = new Date('2026-03-31T12:00:00Z');
const at = (text: string) => new Date(`2026-03-${text}Z`);

describe('a replay', () => {
  it('an hour after the last one reads that hour and ten minutes before it', () => {
    expect(spansToRead(at('31T11:00:00'), now)).toEqual([{ from: at('31T10:50:00'), to: now }]);
  });

  it('after days without one reads a day at a time, the oldest first, without a gap', () => {
    expect(spansToRead(at('29T12:10:00'), now)).toEqual([
      { from: at('29T12:00:00'), to: at('30T12:00:00') },
      { from: at('30T12:00:00'), to: now },
    ]);
  });

  it.each([
    ['the first time', null],
    ['after a long sleep', new Date('2025-01-01T00:00:00Z')],
  ])('%s reads the thirty days that Stripe keeps', (_, through) => {
    const spans = spansToRead(through, now);
    expect(spans).toHaveLength(30);
    expect(spans[0]?.from).toEqual(at('01T12:00:00'));
    expect(spans.at(-1)?.to).toEqual(now);
  });

  it('with a clock that was set back reads nothing', () => {
    expect(spansToRead(new Date('2026-04-02T00:00:00Z'), now)).toEqual([]);
  });
});
