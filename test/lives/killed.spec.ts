/**
 * The product is killed at random moments while people live: nothing is lost and nothing is done twice. `LIVES_KILLS`
 * says how often, with one life for each kill; `LIVES_SEED` draws other lives and other moments.
 */
import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { settle } from '../support/place.js';
import { joinAs } from '../support/readers.js';
import { differences } from '../support/reckoning.js';
import { type Deed, deed } from './deeds.js';
import { type KillablePlace, startKillablePlace } from './killable-place.js';
import { type Life, lifeOf } from './life.js';
import { live } from './living.js';
import { Tally } from './tally.js';

const kills = Number(process.env['LIVES_KILLS'] ?? 3);
const seed = Number(process.env['LIVES_SEED'] ?? 20_261_122);

/** With every kill months go by for everybody who lives there: a town grows slow with its past. */
const killsOfTown = 25;

/** Milliseconds for a whole town. */
const patience = 120_000 + killsOfTown * 20_000;

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

interface Town {
  number: number;
  cycles: { deeds: Deed[]; milliseconds: number }[];
}

/** The kills in their order, shared out among towns. */
function townsOf(cycles: Town['cycles']): Town[] {
  return Array.from({ length: Math.ceil(cycles.length / killsOfTown) }, (_, index) => ({
    number: index + 1,
    cycles: cycles.slice(index * killsOfTown, (index + 1) * killsOfTown),
  }));
}

async function whatIsWrong(place: KillablePlace, { cycles }: Town): Promise<string[]> {
  const lives: Life[] = [];
  for (let each = 0; each < cycles.length; each += 1) {
    const { accessToken, user } = await joinAs(place);
    lives.push(lifeOf({ token: accessToken, userId: user.id, email: user.email }));
  }
  tally.people += lives.length;
  const underWay: Promise<void>[] = [];
  for (const [kill, { deeds, milliseconds }] of cycles.entries()) {
    const others = deeds.filter(({ does }) => does !== 'let time pass' && does !== 'reconcile');
    for (const each of others) {
      underWay.push(untilCut(live(place, livesAt(lives, kill), () => place.reconcile(), each)));
    }
    await pause(milliseconds);
    await place.kill();
    await place.sleep(hoursIn(deeds) * 3600);
    await place.start();
    tally.deeds += others.length;
    tally.kills += 1;
    if (tally.kills % 20 === 0) tally.tell();
  }
  await Promise.all(underWay);
  await settle(place, 60_000);
  await place.reconcile();
  await settle(place, 60_000);
  return differences(place, lives);
}

const tally = new Tally(`Killed with the seed ${seed}`);
const towns = townsOf(fc.sample(cycle, { seed, numRuns: kills }));

afterAll(() => tally.tell('in all'));

// One town after the other: two at once would leave each too little time between kills for anything to happen.
describe('a product that is killed in the middle of people’s lives', { timeout: patience }, () => {
  it.each(towns)('has lost nothing and done nothing twice: town $number', async (town) => {
    const place = await startKillablePlace();
    try {
      const again = `LIVES_SEED=${seed} LIVES_KILLS=${kills} npm run test:kills -- -t 'town ${town.number}$'`;
      expect(await whatIsWrong(place, town), `Once more: ${again}`).toEqual([]);
      tally.runs += 1;
      await tally.leave(place);
    } finally {
      await place.close();
    }
  });
});
