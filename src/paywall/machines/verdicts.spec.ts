import { beforeEach, describe, expect, it } from 'vitest';
import { Clock } from '../../platform/clock/clock.js';
import { Verdicts } from './verdicts.js';

class StoppedClock extends Clock {
  private at = 0;

  now(): Date {
    return new Date(this.at);
  }

  advance(seconds: number): void {
    this.at += seconds * 1000;
  }
}

let clock: StoppedClock;
let verdicts: Verdicts;
let looks: number;

const look = (isYes: boolean) => () => {
  looks += 1;
  return Promise.resolve(isYes);
};

beforeEach(() => {
  clock = new StoppedClock();
  verdicts = new Verdicts(clock);
  looks = 0;
});

describe('What was found out about an address', () => {
  it('holds an hour where it was a yes, and a minute where it was a no', async () => {
    expect(await verdicts.of('yes', look(true))).toBe(true);
    expect(await verdicts.of('no', look(false))).toBe(false);
    clock.advance(59);
    await verdicts.of('no', look(false));
    expect(looks).toBe(2);
    clock.advance(1);
    expect(await verdicts.of('no', look(true))).toBe(true);
    clock.advance(59 * 60 - 1);
    expect(await verdicts.of('yes', look(false))).toBe(true);
    clock.advance(1);
    expect(await verdicts.of('yes', look(false))).toBe(false);
  });

  it('is looked for once by many at the same time', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => verdicts.of('a', look(true))),
    );
    expect(answers).toEqual(Array(20).fill(true));
    expect(looks).toBe(1);
  });

  it('is a no for the fifty-first address that is asked about at once, and only for now', async () => {
    let tell: (isYes: boolean) => void = () => undefined;
    const told = new Promise<boolean>((resolve) => (tell = resolve));
    const first = Array.from({ length: 50 }, (_, at) => verdicts.of(String(at), () => told));
    expect(await verdicts.of('one more', look(true))).toBe(false);
    expect(looks).toBe(0);
    tell(true);
    expect(await Promise.all(first)).toEqual(Array(50).fill(true));
    expect(await verdicts.of('one more', look(true))).toBe(true);
  });

  it('is forgotten, the oldest first, once ten thousand others came', async () => {
    for (let at = 0; at <= 10_000; at += 1) await verdicts.of(String(at), look(true));
    looks = 0;
    await verdicts.of('10000', look(true));
    expect(looks).toBe(0);
    await verdicts.of('0', look(true));
    expect(looks).toBe(1);
  });
});
