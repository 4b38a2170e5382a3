/**
 * Twice what the process can answer: it turns the rest away in time, and goes on as if nothing had been. `FAULTS_FULL=1`
 * keeps it up for a minute.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EdgeTown, hidden } from './edge-town.js';
import { spread, tell } from './fault-figures.js';
import { capacity, offer } from './offered-load.js';

const seconds = process.env['FAULTS_FULL'] === '1' ? 60 : 10;

let town: EdgeTown;
beforeAll(async () => {
  town = await EdgeTown.start();
});
afterAll(() => town.close());

const path = '/api/v1/articles/members-story';

describe('twice the load that the process can carry', () => {
  it.each([
    ['strangers', () => ({}), hidden],
    ['members', () => ({ authorization: `Bearer ${town.member.token}` }), undefined],
  ])(
    'of %s leaves it at work, and those it takes are answered soon',
    async (who, by, forbidden) => {
      const asked = { url: town.url, path, headers: by() };
      const most = await capacity(asked, 32, 3);
      const before = await town.memory();
      const load = {
        perSecond: most * 2,
        seconds,
        ...(forbidden === undefined ? {} : { forbidden }),
      };
      const health: number[] = [];
      const beat = setInterval(() => {
        const at = performance.now();
        void fetch(`${town.url}/health/live`).then(() => health.push(performance.now() - at));
      }, 250);
      const worked = await town.work();
      const met = await offer({ ...asked, ...load });
      const cores = ((await town.work()) - worked) / seconds;
      clearInterval(beat);
      const over = performance.now();
      let recovered = Infinity;
      while (performance.now() - over < 5_000) {
        const after = await capacity(asked, 32, 1).catch(() => 0);
        if (after > most * 0.8) {
          recovered = performance.now() - over;
          break;
        }
      }
      const good = Math.round((met.statuses['200'] ?? 0) / seconds);
      const memory = await town.memory();
      await tell(`twice the capacity, ${who}`, {
        capacity: most,
        offered: most * 2,
        seconds,
        answered: good,
        goodput: Math.round((good / most) * 100) / 100,
        took: spread(met.took['200'] ?? []),
        refused: spread(met.took['503'] ?? []),
        cut: met.cut,
        cores: Math.round(cores * 100) / 100,
        health: spread(health),
        memoryBefore: before,
        memoryAfter: memory,
        recoveredAfter: Math.round(recovered),
      });
      expect(town.isRunning).toBe(true);
      expect(met.leaks).toBe(0);
      expect(['200', '503']).toEqual(expect.arrayContaining(Object.keys(met.statuses)));
      // Strangers are answered from memory: one program cannot ask for so much that any has to be turned away.
      if (who === 'members') expect(met.statuses['503']).toBeGreaterThan(0);
      expect(good).toBeGreaterThan(most * 0.6);
      expect(spread(met.took['200'] ?? [])['p99']).toBeLessThan(2_000);
      expect(memory - before).toBeLessThan(250);
      expect(recovered).toBeLessThan(5_000);
    },
  );
});
