/** Who gets through where only a few may be at once. */
import { describe, expect, it } from 'vitest';
import { Turnstile } from './turnstile.js';

/** Work that lasts until it is told to end. */
function work(): { done: Promise<string>; end: () => void } {
  let end = (): void => undefined;
  const done = new Promise<string>((resolve) => {
    end = () => resolve('done');
  });
  return { done, end: () => end() };
}

const soon = { status: 503, code: 'service/unavailable', headers: { 'retry-after': '2' } };

describe('Of three who come at once where one has a place and one may wait', () => {
  it('the first is let in, the second follows her, and the third is sent away at once', async () => {
    const turnstile = new Turnstile({ places: 1, queue: 1, patience: 60_000 });
    const first = work();
    const arrivals: string[] = [];
    const ofFirst = turnstile.through(() => first.done);
    const ofSecond = turnstile.through(() => Promise.resolve(arrivals.push('second')));
    await expect(turnstile.through(() => Promise.resolve())).rejects.toMatchObject(soon);
    expect(arrivals).toEqual([]);
    first.end();
    expect(await ofFirst).toBe('done');
    expect(await ofSecond).toBe(1);
  });

  it('whoever has waited too long is sent away, and takes nobody’s place', async () => {
    const turnstile = new Turnstile({ places: 1, queue: 1, patience: 1 });
    const first = work();
    const ofFirst = turnstile.through(() => first.done);
    await expect(turnstile.through(() => Promise.resolve())).rejects.toMatchObject(soon);
    first.end();
    await ofFirst;
    expect(await turnstile.through(() => Promise.resolve('in'))).toBe('in');
  });

  it('a place is free again also where the work has failed', async () => {
    const turnstile = new Turnstile({ places: 1, queue: 0, patience: 1 });
    const failing = turnstile.through(() => Promise.reject(new Error('It broke.')));
    await expect(failing).rejects.toThrow('It broke.');
    expect(await turnstile.through(() => Promise.resolve('in'))).toBe('in');
  });
});
