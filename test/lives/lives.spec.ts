/**
 * Random lives of many people under random misfortune: after one reconciliation every membership is what Stripe says,
 * and every line of the ledger and every mail is there once. `LIVES_STEPS` deeds in all, `LIVES_SEED` to repeat a run.
 */
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { Reconciliation } from '../../src/billing/reconciliation/reconciliation.service.js';
import { settle } from '../support/place.js';
import { joinAs } from '../support/readers.js';
import { differences } from '../support/reckoning.js';
import { type TownPlace, startTownPlace } from '../support/town-place.js';
import { type Deed, crowd, deed } from './deeds.js';
import { type Life, lifeOf } from './life.js';
import { live } from './living.js';

const steps = Number(process.env['LIVES_STEPS'] ?? 60);
const seed = Number(process.env['LIVES_SEED'] ?? 20_261_122);
/** A shrunk counterexample's path, as fast-check prints it. */
const path = process.env['LIVES_PATH'];

/** The longest life; on average it is half as long. */
const longest = 50;
/** A town grows slow with its past; after so many runs the next ones live in a new one. */
const runsOfTown = 8;

let town: TownPlace | undefined;
let runs = 0;
let done = 0;
const begun = performance.now();

/** Milliseconds for all lives, and then for cutting a failure down. */
const patience = 60_000 + steps * 1_000;

afterAll(() => leave());

async function townForRun(): Promise<TownPlace> {
  if (runs % runsOfTown === 0) await leave();
  runs += 1;
  return (town ??= await startTownPlace());
}

/** What went wrong in a town shall not go wrong in the next run because of it. */
async function leave(): Promise<void> {
  await town?.town.close();
  town = undefined;
}

function reconcile(place: TownPlace): Promise<unknown> {
  return place.town.app.get(Reconciliation, { strict: false }).run('command');
}

async function whatIsWrong(deeds: readonly Deed[]): Promise<string[]> {
  const place = await townForRun();
  const wrong = await whatIsWrongIn(place, deeds).catch((error: unknown) => [String(error)]);
  if (wrong.length > 0) {
    // Told at once: cutting a failure down takes its time.
    process.stdout.write(`${deeds.length} deeds: ${wrong.join('\n')}\n`);
    await leave();
  }
  return wrong;
}

async function whatIsWrongIn(place: TownPlace, deeds: readonly Deed[]): Promise<string[]> {
  const lives: Life[] = [];
  for (let each = 0; each < crowd; each += 1) {
    const { accessToken, user } = await joinAs(place.town);
    lives.push(lifeOf({ token: accessToken, userId: user.id, email: user.email }));
  }
  for (const each of deeds) await live(place, lives, () => reconcile(place), each);
  await settle(place);
  await reconcile(place);
  await settle(place);
  done += deeds.length;
  tellProgress();
  return differences(place, lives);
}

function tellProgress(): void {
  if (steps < 200 || runs % 5 !== 0) return;
  const seconds = Math.round((performance.now() - begun) / 1000);
  process.stdout.write(`${done} of ${steps} deeds lived in ${seconds} s\n`);
}

describe('any lives, whatever becomes of the events', { timeout: patience + 60_000 }, () => {
  it('end with books that agree with Stripe, every line and every mail once', async () => {
    const numRuns = Math.max(1, Math.round((2 * steps) / longest));
    const anyLives = fc.array(deed, { minLength: 1, maxLength: longest, size: 'max' });
    await fc.assert(
      fc.asyncProperty(anyLives, async (deeds) => {
        expect(await whatIsWrong(deeds)).toEqual([]);
      }),
      {
        numRuns,
        seed,
        ...(path === undefined ? {} : { path }),
        plugins: [fc.interruptAfterTimeLimit(patience, { failOnInterrupt: true })],
      },
    );
    process.stdout.write(
      `${done} deeds in ${runs} runs lived in ${Math.round((performance.now() - begun) / 1000)} s\n`,
    );
  });
});
