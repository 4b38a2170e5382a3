/**
 * The product is killed at random moments while people live: nothing is lost and nothing is done twice. `LIVES_KILLS`
 * says how often, with one life for each kill; `LIVES_SEED` draws other lives and other moments.
 */
import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { settle } from '../support/place.js';
import { joinAs } from '../support/readers.js';
import { differences } from '../support/reckoning.js';
import { type Deed, deed } from './deeds.js';
import { type KillablePlace, startKillablePlace } from './killable-place.js';
import { type Life, lifeOf } from './life.js';
import { live } from './living.js';

const kills = Number(process.env['LIVES_KILLS'] ?? 3);
const seed = Number(process.env['LIVES_SEED'] ?? 20_261_122);

const patience = 120_000 + kills * 20_000;

let place: KillablePlace;

beforeAll(async () => {
  place = await startKillablePlace();
}, patience);

afterAll(() => place.close(), patience);

/** What happens between two kills, and when the second one comes. */
const cycle = fc.record({
  deeds: fc.array(deed, { minLength: 4, maxLength: 12, size: 'max' }),
  milliseconds: fc.integer({ min: 20, max: 900 }),
});

/** A connection that ends in the middle of a word is what being killed looks like from outside. */
const cut = /ECONNREFUSED|ECONNRESET|EPIPE|socket hang up|fetch failed|other side closed/;

async function untilCut(work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    const cause = error instanceof Error ? String(error.cause) : '';
    if (!cut.test(`${String(error)} ${cause}`)) throw error;
  }
}

function hoursIn(deeds: readonly Deed[]): number {
  return deeds.reduce((sum, each) => sum + (each.does === 'let time pass' ? each.hours : 0), 0);
}

/** Each kill's own three, who live on under the next ones. */
function livesAt(lives: readonly Life[], kill: number): Life[] {
  return [0, 1, 2]
    .map((each) => lives[(kill + each) % lives.length])
    .filter((life) => life !== undefined);
}

describe('a product that is killed in the middle of people’s lives', { timeout: patience }, () => {
  it('has lost nothing and done nothing twice', async () => {
    const lives: Life[] = [];
    for (let each = 0; each < kills; each += 1) {
      const { accessToken, user } = await joinAs(place);
      lives.push(lifeOf({ token: accessToken, userId: user.id, email: user.email }));
    }
    const begun = performance.now();
    const underWay: Promise<void>[] = [];
    const cycles = fc.sample(cycle, { seed, numRuns: kills });
    for (const [kill, { deeds, milliseconds }] of cycles.entries()) {
      const others = deeds.filter(({ does }) => does !== 'let time pass' && does !== 'reconcile');
      for (const each of others) {
        underWay.push(untilCut(live(place, livesAt(lives, kill), () => place.reconcile(), each)));
      }
      await pause(milliseconds);
      await place.kill();
      await place.sleep(hoursIn(deeds) * 3600);
      await place.start();
      if ((kill + 1) % 20 === 0) tell(`killed ${kill + 1} times`, begun);
    }
    await Promise.all(underWay);
    await settle(place, 60_000);
    await place.reconcile();
    await settle(place, 60_000);
    expect(await differences(place, lives)).toEqual([]);
    tell(`${kills} kills, ${lives.length} lives`, begun);
  });
});

function tell(what: string, begun: number): void {
  process.stdout.write(`${what} in ${Math.round((performance.now() - begun) / 1000)} s\n`);
}
