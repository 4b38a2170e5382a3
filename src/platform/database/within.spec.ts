/** How long an answer is waited for, also by a process that was held up itself. */
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { SilenceError, within } from './within.js';

function holdUp(milliseconds: number): void {
  for (const end = performance.now() + milliseconds; performance.now() < end;);
}

describe('waiting for an answer', () => {
  it('has it, and what went wrong, as soon as they are there', async () => {
    const begun = performance.now();
    expect(await within(5_000, Promise.resolve('here'))).toBe('here');
    await expect(within(5_000, Promise.reject(new Error('refused')))).rejects.toThrow('refused');
    expect(performance.now() - begun).toBeLessThan(2_000);
  });

  it('ends when nothing comes', async () => {
    await expect(within(120, new Promise(() => undefined))).rejects.toThrow(SilenceError);
  });

  it('finds what came while the process was held up for longer than that', async () => {
    const waiting = within(200, pause(20, 'here'));
    await pause(1);
    holdUp(400);
    expect(await waiting).toBe('here');
  });
});
