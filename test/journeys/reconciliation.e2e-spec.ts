/** Our books compared with Stripe's: what is found, what is mended, who may ask, and how it is told. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RECONCILE } from '../../src/billing/reconciliation/reconcile.job.js';
import { Config } from '../../src/platform/config/config.js';
import { Database } from '../../src/platform/database/database.js';
import { SessionLock } from '../../src/platform/database/session-lock.js';
import { Jobs } from '../../src/platform/jobs/jobs.js';
import { settled } from '../support/app.js';
import { stripeFails, stripeIsWell } from '../support/faults.js';
import { hurryJobs } from '../support/our-books.js';
import {
  type TestTown,
  type TrialMember,
  sellPro,
  someTrialMember,
  startTestTown,
} from '../support/town.js';

let town: TestTown;
let admin: string;
let priceId: string;

beforeAll(async () => {
  town = await startTestTown();
  admin = await town.staff('admin');
  priceId = (await sellPro(town, admin)).yearly;
});

afterAll(() => town.close());

const pool = () => town.app.get(Database).pool;
const jobsDone = () => settled(town.app.get(Jobs));

const someMember = () => someTrialMember(town, priceId);

/** Her books say something else than Stripe does. */
const spoil = ({ customer }: TrialMember) =>
  pool().query(
    `update memberships set status = 'ended', "endedAt" = now() where id =
      (select "membershipId" from stripe_subscriptions where "stripeCustomerId" = $1)`,
    [customer],
  );

const stateOf = async ({ token }: TrialMember) =>
  ((await town.ask('GET', '/api/v1/me/membership', { token })).body as { state: string }).state;

interface Run {
  id: string;
  finishedAt: string | null;
  compared: number;
  differed: number;
  failed: number;
  findings: { customer: string; differences: string[]; error: string | null }[];
}

async function show(path: string): Promise<Run> {
  return (await town.ask('GET', `/api/v1/admin/reconcile${path}`, { token: admin })).body as Run;
}

async function start(): Promise<Run> {
  const answer = await town.ask('POST', '/api/v1/admin/reconcile', { token: admin });
  expect(answer.status).toBe(202);
  return answer.body as Run;
}

describe('a reconciliation that an admin asks for', () => {
  it('mends what differs, says what it was, and finds nothing the second time', async () => {
    const agreeing = await someMember();
    const spoilt = await someMember();
    await spoil(spoilt);
    expect(await stateOf(spoilt)).not.toBe('trialing');
    const { id } = await start();
    await jobsDone();
    expect(await stateOf(spoilt)).toBe('trialing');
    expect(await stateOf(agreeing)).toBe('trialing');
    const run = await show(`/${id}`);
    expect(run).toMatchObject({ differed: 1, failed: 0, finishedAt: expect.any(String) });
    expect(run.compared).toBeGreaterThanOrEqual(2);
    expect(run.findings).toMatchObject([{ customer: spoilt.customer, error: null }]);
    expect(run.findings[0]?.differences).toContainEqual(
      expect.stringContaining('status was ended, is trialing'),
    );

    const second = await start();
    expect(second.id).not.toBe(id);
    await jobsDone();
    expect(await show(`/${second.id}`)).toMatchObject({ differed: 0, failed: 0, findings: [] });
    const { items } = (await show('?limit=1')) as unknown as { items: Run[] };
    expect(items).toMatchObject([{ id: second.id }]);
  });

  it('is written down, and is for admins only', async () => {
    const { id } = await start();
    const { rows } = await pool().query<{ action: string }>(
      'select action from audit_entries where "subjectId" = $1',
      [id],
    );
    expect(rows).toEqual([{ action: 'reconciliation.requested' }]);
    await jobsDone();
    const editor = await town.staff('editor');
    for (const [method, path] of [
      ['POST', ''],
      ['GET', ''],
      ['GET', `/${id}`],
    ]) {
      const answer = await town.ask(method ?? '', `/api/v1/admin/reconcile${path}`, {
        token: editor,
      });
      expect(answer.status).toBe(403);
    }
  });

  it('is the same for two who ask at once, and waits for one that goes on elsewhere', async () => {
    let isDone = (): void => undefined;
    let isHeld = (): void => undefined;
    const held = new Promise<void>((resolve) => (isHeld = resolve));
    const elsewhere = town.app.get(SessionLock).hold('reconciliation', () => {
      isHeld();
      return new Promise<void>((resolve) => (isDone = resolve));
    });
    await held;
    const [first, second] = await Promise.all([start(), start()]);
    expect(second.id).toBe(first.id);
    await jobsDone();
    expect(await show(`/${first.id}`)).toMatchObject({ finishedAt: null, compared: 0 });
    isDone();
    expect(await elsewhere).toBe(true);
    await hurryJobs(pool());
    await jobsDone();
    expect(await show(`/${first.id}`)).toMatchObject({ finishedAt: expect.any(String) });
  });

  it('goes on when one customer fails, and tells which', async () => {
    const failing = await someMember();
    const spoilt = await someMember();
    await spoil(spoilt);
    await town.asOwner(`
      create function refuse() returns trigger language plpgsql as $$
      begin
        if new."stripeCustomerId" = '${failing.customer}' then raise exception 'spoilt'; end if;
        return new;
      end $$;
      create trigger refuse before update on stripe_customers for each row execute function refuse()`);
    const { id } = await start();
    await jobsDone();
    await town.asOwner('drop trigger refuse on stripe_customers');
    const run = await show(`/${id}`);
    expect(run).toMatchObject({ differed: 1, failed: 1, finishedAt: expect.any(String) });
    expect(run.findings.find(({ error }) => error !== null)).toMatchObject({
      customer: failing.customer,
      error: expect.stringContaining('spoilt'),
    });
    expect(await stateOf(spoilt)).toBe('trialing');
  });

  it('finds a customer whose answer was lost, and leaves the customers of other shops alone', async () => {
    const lost = await someMember();
    await pool().query(`delete from stripe_customers where "stripeCustomerId" = $1`, [
      lost.customer,
    ]);
    // Hers at Stripe, and nothing here that says so.
    await pool().query(
      `with gone as (delete from stripe_subscriptions where "stripeCustomerId" = $1 returning "membershipId")
       update memberships set "ofRecord" = false where id in (select "membershipId" from gone)`,
      [lost.customer],
    );
    await pool().query(
      `with gone as (select id from memberships where not "ofRecord") delete from trial_uses
       where "membershipId" in (select id from gone)`,
    );
    await pool().query(
      `delete from memberships m where not m."ofRecord" and not exists
       (select from stripe_subscriptions s where s."membershipId" = m.id)`,
    );
    expect(await stateOf(lost)).toBe('none');
    const { id } = await start();
    await jobsDone();
    expect(await stateOf(lost)).toBe('trialing');
    const [finding] = (await show(`/${id}`)).findings;
    expect(finding).toMatchObject({ customer: lost.customer });
    expect(finding?.differences[0]).toContain('was not known');
  });
});

describe('every night', () => {
  it('the books are compared without being asked', async () => {
    const spoilt = await someMember();
    await spoil(spoilt);
    await town.app.get(Jobs).enqueue(RECONCILE, {});
    await jobsDone();
    expect(await stateOf(spoilt)).toBe('trialing');
  });
});

describe('npm run reconcile', () => {
  function command(): Promise<{ code: number; output: string }> {
    const config = town.app.get(Config);
    return new Promise((resolve) => {
      execFile(
        process.execPath,
        ['dist/scripts/reconcile.js'],
        {
          cwd: join(import.meta.dirname, '../..'),
          timeout: 60_000,
          env: {
            PATH: process.env['PATH'] ?? '',
            NODE_ENV: 'test',
            DATABASE_URL: config.databaseUrl,
            DATA_DIR: config.dataDir,
            JWT_SECRET: config.jwtSecret,
            STRIPE_SECRET_KEY: config.stripeSecretKey,
            STRIPE_API_BASE: town.simulator.url,
            STRIPE_WEBHOOK_SECRETS: config.stripeWebhookSecrets.join(','),
          },
        },
        (error, stdout, stderr) =>
          resolve({ code: error === null ? 0 : Number(error.code), output: stdout + stderr }),
      );
    });
  }

  it('prints what differed and how many it compared, and ends well', async () => {
    const spoilt = await someMember();
    await spoil(spoilt);
    const { code, output } = await command();
    expect(output).toContain(`${spoilt.customer}: `);
    expect(output).toMatch(
      /Reconciled: \d+ customers compared .* 1 differed and were mended, 0 failed/,
    );
    expect(code).toBe(0);
    expect(await stateOf(spoilt)).toBe('trialing');
  });

  it('ends with 1 when a customer could not be compared', async () => {
    await stripeFails(town, { path: '/v1/*', action: 'server-error' });
    const { code, output } = await command();
    await stripeIsWell(town);
    expect(output).toContain('could not be compared');
    expect(code).toBe(1);
  });
});
