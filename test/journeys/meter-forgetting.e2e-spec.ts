/** What readers have opened is forgotten in time: nobody keeps for years who read what. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FORGET_READS } from '../../src/paywall/meter/forget-reads.job.js';
import type { AdjustableClock } from '../../src/platform/clock/adjustable-clock.js';
import { Clock } from '../../src/platform/clock/clock.js';
import { Database } from '../../src/platform/database/database.js';
import { Jobs } from '../../src/platform/jobs/jobs.js';
import { settled } from '../support/app.js';
import { MeteredReader } from '../support/metered-reader.js';
import { type MeteredTown, startMeteredTown } from '../support/metered-town.js';
import { joinAs } from '../support/readers.js';

const day = 24 * 60 * 60;

let town: MeteredTown;

beforeAll(async () => {
  town = await startMeteredTown(2);
  await town.setMeter({ anonymousLimit: 3, registeredLimit: 3 });
});

// One of the nights is more than a year away.
beforeEach(() => {
  const clock: AdjustableClock = town.app.get(Clock);
  clock.setTo(new Date(Date.now()));
});

afterAll(() => town.close());

const rows = async (query: string) =>
  (await town.app.get(Database).pool.query<Record<string, unknown>>(query)).rows;

describe('every night', () => {
  const forget = async () => {
    const jobs = town.app.get(Jobs);
    await jobs.enqueue(FORGET_READS, {});
    await settled(jobs);
  };

  it('what no window counts any more is forgotten, and nothing else', async () => {
    const anna = new MeteredReader(town);
    await anna.readsOf(town.slugs);
    const mira = new MeteredReader(town);
    mira.token = (await joinAs(town)).accessToken;
    await mira.reads('metered-1');
    const count = async () => {
      const [row] = await rows(`
        select (select count(*)::int from meter_subjects where kind = 'visitor') as visitors,
          (select count(*)::int from meter_subjects where kind = 'cookieless') as cookieless,
          (select count(*)::int from meter_reads r join meter_subjects s on s.id = r."subjectId"
            where s.kind = 'reader') as reads,
          (select count(*)::int from network_tallies) as networks`);
      return row ?? {};
    };
    const tonight = async () => {
      await forget();
      return count();
    };
    await rows(`update meter_subjects set "seenAt" = now() where "seenAt" > now()`);
    await rows(`delete from meter_reads where "readAt" > now()`);
    await rows('delete from network_tallies where day > now()');
    const before = await count();
    for (const number of Object.values(before)) expect(number).toBeGreaterThan(0);
    expect(await tonight()).toEqual(before);
    town.advance(3 * day);
    expect(await tonight()).toEqual({ ...before, networks: 0 });
    town.advance(31 * day);
    expect(await tonight()).toEqual({ ...before, networks: 0, cookieless: 0 });
    town.advance(400 * day);
    expect(await tonight()).toEqual({ visitors: 0, cookieless: 0, reads: 0, networks: 0 });
  });

  it('however much it is, in statements that have time for it', async () => {
    await town.asOwner(`
      create or replace function refuse_many() returns trigger language plpgsql as $$
      begin
        if (select count(*) from gone) > 10000 then raise exception 'too many at once'; end if;
        return null;
      end $$`);
    await town.asOwner(`create trigger few_at_once after delete on meter_reads
      referencing old table as gone for each statement execute function refuse_many()`);
    await rows(`insert into meter_subjects values
      ('01890000-0000-7000-8000-00000000000c', 'visitor', null, now())`);
    await rows(`insert into meter_reads ("subjectId", "articleId", "readAt")
      select '01890000-0000-7000-8000-00000000000c', id, now() - interval '500 days' - n * interval '1 second'
      from articles, generate_series(1, 21000) n where slug = 'metered-1'`);
    await forget();
    const left = await rows(
      `select 1 from meter_reads where "readAt" < now() - interval '400 days'`,
    );
    await town.asOwner('drop trigger few_at_once on meter_reads');
    expect(left).toEqual([]);
  });

  it('a gift that ended more than 400 days ago with whoever opened it, and nothing of a later one', async () => {
    const { user } = await joinAs(town);
    for (const [expires, revoked] of [
      ['401 days', null],
      ['399 days', null],
      ['390 days', '401 days'],
      ['-1 days', null],
    ]) {
      await rows(`
        with given as (
          insert into gifts (id, "articleId", "giverId", openings, "createdAt", "expiresAt", "revokedAt")
          select gen_random_uuid(), id, '${user.id}', 5, now() - interval '410 days',
            now() - interval '${expires}', ${revoked === null ? 'null' : `now() - interval '${revoked}'`}
          from articles where slug = 'metered-1' returning id)
        insert into gift_openings select id, gen_random_uuid(), now() - interval '405 days' from given`);
    }
    await forget();
    const kept = await rows(`
      select (now()::date - "expiresAt"::date)::int as days from gifts g
      join gift_openings o on o."giftId" = g.id where "giverId" = '${user.id}' order by days`);
    expect(kept).toEqual([{ days: -1 }, { days: 399 }]);
    expect(await rows(`select id from gifts where "giverId" = '${user.id}'`)).toHaveLength(2);
  });
});
