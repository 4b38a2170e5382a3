/** What the inbox keeps: events that cannot be answered, the admins' list of them, and what is forgotten. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PRUNE_INBOX } from '../../src/billing/inbox/prune-inbox.job.js';
import { Clock } from '../../src/platform/clock/clock.js';
import { Database } from '../../src/platform/database/database.js';
import { Jobs } from '../../src/platform/jobs/jobs.js';
import { settled } from '../support/app.js';
import {
  type TestInbox,
  audited,
  inboxOf,
  lettersAbout,
  someId,
  updated,
} from '../support/inbox.js';
import { hurryJobs } from '../support/our-books.js';
import {
  type TestTown,
  type TrialMember,
  sellPro,
  someTrialMember,
  startTestTown,
} from '../support/town.js';

let town: TestTown;
let priceId: string;
let inbox: TestInbox;

beforeAll(async () => {
  town = await startTestTown();
  const admin = await town.staff('admin');
  inbox = inboxOf(town, admin);
  priceId = (await sellPro(town, admin)).prices[0]?.id ?? '';
});

afterAll(() => town.close());

const pool = () => town.app.get(Database).pool;
const jobsDone = () => settled(town.app.get(Jobs));

const someMember = () => someTrialMember(town, priceId);

describe('an event that cannot be answered', () => {
  /** No sync of this customer gets through, as with a fault of ours that meets only her. */
  async function poison({ customer }: TrialMember): Promise<void> {
    await town.asOwner(`
      create or replace function poison() returns trigger language plpgsql as $$
      begin
        if new."stripeCustomerId" = '${customer}' then raise exception 'poisoned'; end if;
        return new;
      end $$;
      create or replace trigger poison before update on stripe_customers
        for each row execute function poison()`);
  }

  const heal = () => town.asOwner('drop trigger poison on stripe_customers');

  /** As many tries as time would bring. */
  async function tryAll(times = 12): Promise<void> {
    for (let round = 0; round < times; round += 1) {
      await hurryJobs(pool());
      await jobsDone();
    }
  }

  it('is put aside after ten tries, told once, tried again on a click, and holds up nobody', async () => {
    const poisoned = await someMember();
    const neighbour = await someMember();
    await poison(poisoned);
    const bad = updated(poisoned.customer);
    const good = updated(neighbour.customer);
    await inbox.send(bad);
    await inbox.send(good);
    await jobsDone();
    expect(await inbox.kept(good.id)).toMatchObject({ status: 'processed' });
    expect(await inbox.kept(bad.id)).toMatchObject({ status: 'failed', attempts: 1 });
    await tryAll();
    expect(await inbox.kept(bad.id)).toMatchObject({
      status: 'quarantined',
      attempts: 10,
      lastError: expect.stringContaining('poisoned'),
    });
    const told = (await lettersAbout(town, 'could not be answered')).filter(({ text }) =>
      text.includes(bad.id),
    );
    expect(told).toHaveLength(1);
    const entries = async (action: string) =>
      (await audited(town, action)).filter(({ subjectId }) => subjectId === bad.id);
    expect(await entries('webhook.quarantined')).toHaveLength(1);
    const { body } = await inbox.desk('?limit=1');
    expect(body).toMatchObject({ items: [{ id: bad.id, status: 'quarantined' }] });

    expect((await inbox.retry(bad.id)).body).toMatchObject({ status: 'received', attempts: 0 });
    await jobsDone();
    expect(await inbox.kept(bad.id)).toMatchObject({ status: 'failed', attempts: 1 });
    await heal();
    expect((await inbox.retry(bad.id)).status).toBe(202);
    await jobsDone();
    expect(await inbox.kept(bad.id)).toMatchObject({ status: 'processed', lastError: null });
    expect(await entries('webhook.retried')).toHaveLength(2);
  });

  it('is not given up because many others of hers came after it', async () => {
    const member = await someMember();
    await poison(member);
    const first = updated(member.customer);
    await inbox.send(first);
    await jobsDone();
    for (let more = 0; more < 10; more += 1) {
      await inbox.send(updated(member.customer));
      await jobsDone();
    }
    expect(await inbox.kept(first.id)).toMatchObject({ status: 'failed', attempts: 1 });
    await heal();
    await tryAll(1);
    expect(await inbox.kept(first.id)).toMatchObject({ status: 'processed' });
  });

  it('is answered by the next sync of hers that succeeds', async () => {
    const member = await someMember();
    await poison(member);
    const bad = updated(member.customer);
    await inbox.send(bad);
    await jobsDone();
    await tryAll();
    expect(await inbox.kept(bad.id)).toMatchObject({ status: 'quarantined' });
    await heal();
    await inbox.send(updated(member.customer));
    await jobsDone();
    expect(await inbox.kept(bad.id)).toMatchObject({ status: 'processed' });
  });

  it('is tried for as long as Stripe is away, which counts against none', async () => {
    const member = await someMember();
    await town.askSimulator('PUT', '/_sim/faults', {
      api: [{ path: '/v1/*', action: 'rate-limit' }],
    });
    const late = updated(member.customer);
    await inbox.send(late);
    await tryAll(1);
    expect(await inbox.kept(late.id)).toMatchObject({
      status: 'failed',
      attempts: 0,
      lastError: expect.stringContaining('rate limit'),
    });
    await town.askSimulator('PUT', '/_sim/faults', {});
    await tryAll(1);
    expect(await inbox.kept(late.id)).toMatchObject({ status: 'processed' });
  });
});

describe('the list of events', () => {
  it('is for admins only', async () => {
    const editor = await town.staff('editor');
    expect((await inbox.desk('', editor)).status).toBe(403);
    expect((await inbox.desk('/evt_1', editor)).status).toBe(403);
    const path = '/api/v1/admin/webhook-events/evt_1/retry';
    expect((await town.ask('POST', path, { token: editor })).status).toBe(403);
  });

  it('has what is in trouble first and then the newest, over all of its pages, without payloads', async () => {
    await pool().query(`
      insert into webhook_events ("stripeEventId", type, payload, status, "receivedAt")
      select 'evt_list_' || n, 'list.test', '{"secret": true}',
        (array['processed', 'quarantined', 'received', 'failed'])[n % 4 + 1]::"WebhookEventStatus",
        now() - make_interval(mins => n)
      from generate_series(0, 9) as n`);
    const seen: { id: string; status: string }[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const more: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const { body, text } = await inbox.desk(`?type=list.test&limit=3${more}`);
      expect(text).not.toContain('secret');
      const page = body as { items: typeof seen; nextCursor: string | null };
      seen.push(...page.items);
      cursor = page.nextCursor;
    }
    const numbers = seen.map(({ id }) => Number(id.replace('evt_list_', '')));
    expect(numbers).toEqual([1, 3, 5, 7, 9, 0, 2, 4, 6, 8]);
    const { body } = await inbox.desk('?type=list.test&status=failed');
    expect(body).toMatchObject({ items: [{ id: 'evt_list_3' }, { id: 'evt_list_7' }] });
    expect(await inbox.kept('evt_list_3')).toMatchObject({ payload: { secret: true } });
    await pool().query(`delete from webhook_events where type = 'list.test'`);
  });

  it.each([
    ['?status=lost', 400],
    ['?cursor=nonsense', 400],
    [`?cursor=${Buffer.from('[2,"2026-01-01T00:00:00.000Z","evt_1"]').toString('base64url')}`, 400],
    ['/evt_unknown', 404],
  ])('refuses what it cannot answer: %s', async (path, status) => {
    expect((await inbox.desk(path)).status).toBe(status);
  });

  it('does not try again what is about nobody', async () => {
    const id = someId('evt');
    await inbox.send({ id, type: 'product.created', object: { object: 'product', id: 'prod_1' } });
    expect(await inbox.kept(id)).toMatchObject({ status: 'ignored' });
    const answer = await inbox.retry(id);
    expect(answer.status).toBe(409);
    expect(answer.body).toMatchObject({ code: 'billing/nothing-to-retry' });
    expect((await inbox.retry('evt_unknown')).status).toBe(404);
  });
});

describe('every night', () => {
  it('what was answered ninety days ago is forgotten, and nothing that still waits', async () => {
    const now = town.app.get(Clock).now().getTime();
    const days = (count: number) => new Date(now - count * 86_400_000).toISOString();
    const rows = [
      ['evt_old_done', 'processed', days(91)],
      ['evt_old_ignored', 'ignored', days(91)],
      ['evt_old_waiting', 'quarantined', days(91)],
      ['evt_young', 'processed', days(89)],
    ];
    for (const row of rows) {
      await pool().query(
        `insert into webhook_events ("stripeEventId", type, payload, status, "receivedAt")
         values ($1, 'old.test', '{}', $2::"WebhookEventStatus", $3)`,
        row,
      );
    }
    await town.app.get(Jobs).enqueue(PRUNE_INBOX, {});
    await jobsDone();
    const left = await pool().query<{ id: string }>(
      `select "stripeEventId" as id from webhook_events where type = 'old.test' order by 1`,
    );
    expect(left.rows.map(({ id }) => id)).toEqual(['evt_old_waiting', 'evt_young']);
  });
});
