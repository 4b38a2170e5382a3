/** Two processes of one publication, asked at once: what may happen once happens once, and what one does the other knows. */
import Stripe from 'stripe';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { webhookSecret } from '../../scripts/cluster/cluster.js';
import { ask } from '../support/api.js';
import { from, guess, someAddressOnTheNet } from '../support/limited-town.js';
import { joinAs, someAddress } from '../support/readers.js';
import { type ClusterTown, figure, startClusterTown, took } from './cluster-town.js';

let town: ClusterTown;

beforeAll(async () => {
  town = await startClusterTown();
  await town.books.query(`
    create table witnessed (what text not null, which text not null);
    create function witness_event() returns trigger language plpgsql security definer as $$ begin
      insert into witnessed values ('event', new."stripeEventId"); return null; end $$;
    create trigger witness after update of status on webhook_events for each row
      when (new.status = 'processed') execute function witness_event();
    create function witness_cron() returns trigger language plpgsql security definer as $$ begin
      insert into witnessed select 'cron', identifier || ' ' || (new.payload #>> '{_cron,ts}')
        from graphile_worker._private_tasks where id = new.task_id; return null; end $$;
    create trigger witness after insert on graphile_worker._private_jobs for each row
      when (new.payload #>> '{_cron,ts}' is not null) execute function witness_cron()`);
});

afterAll(() => town.close());

/** How often each of them happened. */
async function witnessed(what: string): Promise<Map<string, number>> {
  const { rows } = await town.books.query<{ which: string; times: number }>(
    'select which, count(*)::int as times from witnessed where what = $1 group by which',
    [what],
  );
  return new Map(rows.map(({ which, times }) => [which, times]));
}

/** The process whose turn it is. */
const side = (turn: number): string => town.urls[turn % 2 === 0 ? 0 : 1];

describe('A reader who opens six articles in two processes at once', () => {
  it('reads three of them whole, whoever is faster, and pays three', async () => {
    let [asked, granted] = [0, 0];
    for (let round = 0; round < 5; round += 1) {
      const { accessToken: token } = await joinAs({
        url: side(round),
        mailbox: () => town.mailbox(),
      });
      const answers = await Promise.all(
        Array.from({ length: 24 }, async (_, turn) => {
          const slug = `metered-story-${(Math.floor(turn / 2) % 6) + 1}`;
          const { body } = await ask(side(turn), 'GET', `/api/v1/articles/${slug}`, { token });
          return { slug, isWhole: (body as { bodyHtml: string | null }).bodyHtml !== null };
        }),
      );
      const whole = new Set(answers.filter(({ isWhole }) => isWhole).map(({ slug }) => slug));
      expect(whole.size).toBe(3);
      const { body } = await ask(side(round + 1), 'GET', '/api/v1/me', { token });
      expect(body).toMatchObject({ meter: { used: 3, remaining: 0 } });
      [asked, granted] = [asked + answers.length, granted + whole.size];
    }
    figure('articles opened by 5 readers of 3 each', `${granted} (${asked} parallel reads)`);
  });
});

describe('A webhook that is delivered to both at once', () => {
  it('is taken by both, kept once and processed once', async () => {
    const { rows } = await town.books.query<{ customer: string }>(
      'select "stripeCustomerId" as customer from stripe_customers limit 1',
    );
    const ids = Array.from({ length: 10 }, (_, at) => `evt_cluster_${at}`);
    const deliveries = ids.flatMap((id) => [0, 1, 0, 1].map((turn) => ({ id, turn })));
    const outcomes = await Promise.all(
      deliveries.map(async ({ id, turn }) => {
        const payload = JSON.stringify({
          id,
          object: 'event',
          type: 'customer.subscription.updated',
          data: { object: { object: 'subscription', id: 'sub_1', customer: rows[0]?.customer } },
        });
        const signature = Stripe.webhooks.generateTestHeaderString({
          payload,
          secret: webhookSecret,
        });
        const headers = { 'content-type': 'application/json', 'stripe-signature': signature };
        const answer = await fetch(`${side(turn)}/webhooks/stripe`, {
          method: 'POST',
          headers,
          body: payload,
        });
        return answer.status === 200 ? 'taken' : answer.text();
      }),
    );
    expect(new Set(outcomes)).toEqual(new Set(['taken']));
    await town.mailbox();
    const times = await witnessed('event');
    expect(ids.map((id) => times.get(id))).toEqual(ids.map(() => 1));
    figure('times that 10 events of 40 deliveries were processed', [...times.values()].length);
  });
});

describe('Somebody who guesses at both at once', () => {
  it('has ten guesses in all', async () => {
    const there = someAddressOnTheNet();
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, turn) => guess({ url: side(turn) }, 'lars@town.test', there)),
    );
    const taken = answers.filter(({ status }) => status === 401).length;
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(30);
    expect(taken).toBe(10);
    figure('guesses taken of 40', taken);
  });
});

describe('An article that is edited at one', () => {
  it('is shown as it is by the other within a second', async () => {
    const slug = 'members-story';
    const { body } = await town.desk(side(0), 'GET', '?limit=100');
    const { items } = body as { items: { id: string; slug: string }[] };
    const id = items.find((article) => article.slug === slug)?.id;
    const delays: number[] = [];
    for (let edit = 0; edit < 20; edit += 1) {
      const title = `Headline ${edit}`;
      const teaser = async () => (await fetch(`${side(edit + 1)}/api/v1/articles/${slug}`)).text();
      await teaser();
      await town.desk(side(edit), 'PATCH', `/${id}`, { title });
      delays.push(await took(async () => (await teaser()).includes(`"${title}"`)));
    }
    expect(Math.max(...delays)).toBeLessThan(1_000);
    figure('ms until an edit is shown by the other process, worst of 20', Math.max(...delays));
  });
});

describe('What must happen later', () => {
  it('is done by one of them: each mail is sent once', async () => {
    const addresses = Array.from({ length: 20 }, () => someAddress());
    await Promise.all(
      addresses.map((email, turn) =>
        ask(side(turn), 'POST', '/api/v1/auth/magic-link', {
          body: { email },
          headers: from(someAddressOnTheNet()),
        }),
      ),
    );
    const mails = await town.mailbox();
    const counts = addresses.map((email) => mails.filter(({ to }) => to === email).length);
    expect(counts).toEqual(addresses.map(() => 1));
    figure('mails to 20 who asked', counts.length);
  });

  it('appears at its moment, once: five articles that are scheduled for the same one', async () => {
    const publishAt = new Date(Date.now() + 2_000);
    const ids = await Promise.all(
      [0, 1, 2, 3, 4].map(async (turn) => {
        const draft = { slug: `at-noon-${turn}`, title: 'At noon', bodyHtml: '<p>Noon.</p>' };
        const { body } = await town.desk(side(turn), 'POST', '', { ...draft, standfirst: 'Now.' });
        const { id } = body as { id: string };
        await town.desk(side(turn + 1), 'POST', `/${id}/schedule`, { publishAt });
        return id;
      }),
    );
    const appear = async (turn: number) =>
      (await fetch(`${side(turn)}/api/v1/articles/at-noon-${turn}`)).status === 200;
    for (const turn of ids.keys()) await took(() => appear(turn));
    figure('ms after its moment, the last of five', Date.now() - publishAt.getTime());
    await town.mailbox();
    const { rows } = await town.books.query<{ times: number }>(
      `select count(*)::int as times from audit_entries
       where "subjectId" = any($1) and action = 'article.published' group by "subjectId"`,
      [ids],
    );
    expect(rows.map(({ times }) => times)).toEqual(ids.map(() => 1));
  });

  it('at night falls due once, where both were away and come back at once', async () => {
    const { processes } = town.cluster;
    await Promise.all(processes.map((each) => each.end()));
    await town.books.query(`
      update graphile_worker._private_known_crontabs
      set known_since = now() - interval '3 days', last_execution = now() - interval '2 days'`);
    await Promise.all(processes.map((each) => each.start()));
    await town.mailbox();
    const times = await witnessed('cron');
    const nightly = [...times].filter(([which]) => /^(forget|reconcile|prune)/.test(which));
    expect(nightly.length).toBeGreaterThanOrEqual(10);
    expect([...times].filter(([, count]) => count !== 1)).toEqual([]);
    figure('nightly jobs made up for, once each', nightly.length);
  });
});
