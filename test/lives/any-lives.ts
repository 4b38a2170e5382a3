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
import { Tally } from './tally.js';

/** The longest life; on average it is half as long. */
const longest = 50;
/** A town grows slow with its past; after so many runs the next ones live in a new one. */
const runsOfTown = 8;

/** Each share lives in a process of its own: `share` of `shares`, the first is 0. */
export function liveAnyLives(share: number, shares: number): void {
  const steps = Math.ceil(Number(process.env['LIVES_STEPS'] ?? 60) / shares);
  const seed = Number(process.env['LIVES_SEED'] ?? 20_261_122) + share;
  /** A shrunk counterexample's path, as fast-check prints it. */
  const path = process.env['LIVES_PATH'];
  /** Milliseconds for all lives, and then for cutting a failure down. */
  const patience = 60_000 + steps * 1_000;
  const tally = new Tally(`Lives with the seed ${seed}`);
  let town: TownPlace | undefined;

  /** What went wrong in a town shall not go wrong in the next run because of it. */
  async function leave(): Promise<void> {
    if (town === undefined) return;
    await tally.leave(town);
    await town.town.close();
    town = undefined;
  }

  async function whatIsWrong(deeds: readonly Deed[]): Promise<string[]> {
    if (tally.runs % runsOfTown === 0) await leave();
    town ??= await startTownPlace();
    tally.runs += 1;
    tally.people += crowd;
    tally.deeds += deeds.length;
    const wrong = await whatIsWrongIn(town, deeds).catch((error: unknown) => [String(error)]);
    if (steps >= 200 && tally.runs % 10 === 0) tally.tell();
    if (wrong.length > 0) {
      // Told at once: cutting a failure down takes its time.
      process.stdout.write(`${deeds.length} deeds: ${wrong.join('\n')}\n`);
      await leave();
    }
    return wrong;
  }

  afterAll(() => leave());

  describe('any lives, whatever becomes of the events', { timeout: patience + 60_000 }, () => {
    it('end with books that agree with Stripe, every line and every mail once', async () => {
      const anyLives = fc.array(deed, { minLength: 1, maxLength: longest, size: 'max' });
      const result = await fc.check(
        fc.asyncProperty(anyLives, async (deeds) => {
          expect(await whatIsWrong(deeds)).toEqual([]);
        }),
        {
          numRuns: Math.max(1, Math.round((2 * steps) / longest)),
          seed,
          ...(path === undefined ? {} : { path }),
          plugins: [fc.interruptAfterTimeLimit(patience, { failOnInterrupt: true })],
        },
      );
      await leave();
      tally.tell(result.failed ? 'failed' : 'all well');
      const again = `LIVES_SEED=${seed} LIVES_PATH=${result.counterexamplePath ?? ''} npx vitest run test/lives/lives.spec.ts`;
      if (result.failed) throw new Error(`${fc.defaultReportMessage(result)}\nOnce more: ${again}`);
    });
  });
}

async function whatIsWrongIn(place: TownPlace, deeds: readonly Deed[]): Promise<string[]> {
  const reconcile = () => place.town.app.get(Reconciliation, { strict: false }).run('command');
  const lives: Life[] = [];
  for (let each = 0; each < crowd; each += 1) {
    const { accessToken, user } = await joinAs(place.town);
    lives.push(lifeOf({ token: accessToken, userId: user.id, email: user.email }));
  }
  for (const each of deeds) await live(place, lives, reconcile, each);
  await settle(place);
  await reconcile();
  await settle(place);
  return differences(place, lives);
}
