/** The meter's statement against a model of it in a few lines, and against the decision that it must agree with. */
import 'reflect-metadata';
import { randomBytes, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, createDatabase } from '../../../test/support/postgres.js';
import { Metrics } from '../../platform/metrics/metrics.js';
import { MeterMetrics } from './meter.metrics.js';
import { loadConfig } from '../../platform/config/load-config.js';
import { Database } from '../../platform/database/database.js';
import { decideAccess } from '../decision/decide-access.rules.js';
import { type MeterOpening, MeterRepository } from './meter.repository.js';

let server: TestDatabase;
let database: Database;
let meter: MeterRepository;

const someIds = (count: number) => Array.from({ length: count }, () => randomUUID());
const [accounts, articles] = [someIds(2), someIds(6)];

beforeAll(async () => {
  server = await createDatabase();
  database = new Database(
    loadConfig({
      NODE_ENV: 'test',
      DATABASE_URL: server.connectionString,
      JWT_SECRET: randomBytes(32).toString('hex'),
      STRIPE_SECRET_KEY: 'sk_test_meter',
      STRIPE_WEBHOOK_SECRETS: 'whsec_meter',
    }),
  );
  meter = new MeterRepository(database, new MeterMetrics(new Metrics()));
  const now = new Date('2026-11-01T00:00Z');
  const times = { createdAt: now, updatedAt: now };
  await database.client.user.createMany({
    data: accounts.map((id) => ({ id, email: `${id}@readers.test`, ...times })),
  });
  await database.client.article.createMany({
    data: articles.map((id) => ({
      id,
      slug: id,
      title: 'A story',
      standfirst: 'What happened.',
      kind: 'story' as const,
      previewHtml: '',
      ...times,
    })),
  });
});

afterAll(async () => {
  await database.onApplicationShutdown();
  await server.drop();
});

interface Read {
  subject: string;
  article: string;
  at: number;
}

interface Step {
  who: 'reader' | 'reader without a browser' | 'visitor' | 'cookieless';
  account: number;
  browser: number;
  article: number;
  maySpend: boolean;
  limit: number;
  /** Hours; a clock may go back. */
  later: number;
}

const hour = 60 * 60 * 1000;
const windowHours = 100;
const networkLimit = 4;

/** What was read under which name, and what the network has spent on which day. */
class Model {
  private reads: Read[] = [];
  private readonly days = new Map<string, number>();

  open({ subject, browserId, articleId, limit, since, now, maySpend, network }: MeterOpening) {
    const isReader = subject.kind === 'reader';
    if (isReader && maySpend) {
      for (const { subject: name, article, at } of this.reads) {
        if (name === browserId) this.write(subject.id, article, at);
      }
    }
    const own = isReader ? [subject.id, browserId] : [subject.id];
    const all = [...own, subject.kind === 'visitor' ? `accounts in ${subject.id}` : null];
    const counted = this.reads.filter(({ at }) => at >= since.getTime());
    const under = (names: (string | null)[]) =>
      new Set(counted.filter((read) => names.includes(read.subject)).map(({ article }) => article));
    const day = now.toISOString().slice(0, 10);
    const isNetworkSpent = network !== null && (this.days.get(day) ?? 0) >= network.limit;
    const [used, hasRead] = [under(all).size, under(own).has(articleId ?? '')];
    const isSpent = maySpend && !hasRead && used < limit && !isNetworkSpent;
    if (isSpent) {
      const also = browserId !== null && isReader ? `accounts in ${browserId}` : browserId;
      for (const name of [subject.id, also]) {
        if (name !== null) this.write(name, articleId ?? '', now.getTime());
      }
      if (network !== null) this.days.set(day, (this.days.get(day) ?? 0) + 1);
    }
    return { used, hasRead, isSpent, isNetworkSpent };
  }

  private write(subject: string, article: string, at: number): void {
    this.reads = [...this.reads, { subject, article, at }];
  }
}

const someStep: fc.Arbitrary<Step> = fc.record({
  who: fc.constantFrom('reader', 'reader without a browser', 'visitor', 'cookieless'),
  account: fc.nat({ max: 1 }),
  browser: fc.nat({ max: 1 }),
  article: fc.nat({ max: articles.length - 1 }),
  maySpend: fc.boolean(),
  limit: fc.nat({ max: 4 }),
  later: fc.integer({ min: -5, max: 30 }),
});

it('counts, carries and spends as its model does, and exactly what the decision asks for', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(someStep, { minLength: 5, maxLength: 25 }), async (steps) => {
      await database.pool.query('delete from meter_subjects');
      await database.pool.query('delete from network_tallies');
      const model = new Model();
      const [browsers, likeness] = [someIds(2), randomUUID()];
      let time = new Date('2026-11-22T12:00Z').getTime();
      for (const step of steps) {
        time += step.later * hour;
        const opening = openingOf(step, browsers, likeness, new Date(time));
        const { oldest: _, ...use } = await meter.open(opening);
        expect(use).toEqual(model.open(opening));
        const verdict = decideAccess(
          { gate: 'metered', planIds: [] },
          { isSignedIn: opening.network === null, isStaff: false, maySpend: opening.maySpend },
          {
            membership: { state: 'none', access: false, planId: null },
            institution: false,
            crawler: false,
            gift: null,
            meter: { ...use, limit: opening.limit, isHeldBack: use.isNetworkSpent },
          },
        );
        expect(use.isSpent).toBe(
          'granted' in verdict && verdict.granted && verdict.spends !== null,
        );
      }
    }),
    { numRuns: 60 },
  );
});

function openingOf(step: Step, browsers: string[], likeness: string, now: Date): MeterOpening {
  const browser = browsers[step.browser] ?? '';
  const rest = {
    articleId: articles[step.article] ?? '',
    limit: step.limit,
    since: new Date(now.getTime() - windowHours * hour),
    now,
    maySpend: step.maySpend,
  };
  const network = { name: 'the network', limit: networkLimit };
  if (step.who === 'visitor') {
    return { ...rest, subject: { id: browser, kind: 'visitor' }, browserId: null, network };
  }
  if (step.who === 'cookieless') {
    const subject = { id: likeness, kind: 'cookieless' } as const;
    return { ...rest, subject, browserId: randomUUID(), network };
  }
  const subject = { id: accounts[step.account] ?? '', kind: 'reader' } as const;
  return { ...rest, subject, browserId: step.who === 'reader' ? browser : null, network: null };
}
