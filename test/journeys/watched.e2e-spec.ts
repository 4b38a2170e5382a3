/** Somebody watches a process at work: what it counts, what it logs, and the ways of its requests. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Jobs } from '../../src/platform/jobs/jobs.js';
import { MetricsServer } from '../../src/platform/metrics/metrics-server.js';
import { SaidAloud } from '../leaks/said-aloud.js';
import { settled } from '../support/app.js';
import { goodPassword, joinAs, someAddress } from '../support/readers.js';
import {
  type ToldSpan,
  type TraceCollector,
  startTraceCollector,
} from '../support/trace-collector.js';
import { metricsNamedIn, watchers } from '../support/watchers.js';
import { openCheckout, pay, publish, sellPro, startTestTown } from '../support/town.js';

const traceId = '0af7651916cd43dd8448eb211c80319c';
const parentId = 'b7ad6b7169203331';
const secret = `secret-${randomUUID()}`;
const slug = 'a-story-that-nobody-may-name';

interface Entry {
  level: string;
  message: string;
  context?: string;
  requestId?: string;
  traceId?: string;
  route?: string;
  method?: string;
  status?: number;
  ms?: number;
}

let collector: TraceCollector;
let log: SaidAloud;
/** What was told as all was over. */
let metrics: string;
let before: string;
let entries: Entry[];
let lines: string[];
let spans: ToldSpan[];
let address: string;

beforeAll(async () => {
  collector = await startTraceCollector();
  log = new SaidAloud(false);
  const town = await startTestTown({
    METRICS_PORT: '0',
    LOG_FORMAT: 'json',
    LOG_REQUESTS: 'true',
    TRUST_PROXY: '127.0.0.1',
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
  });
  address = town.app.get(MetricsServer, { strict: false }).url ?? '';
  const scrape = async (): Promise<string> => (await fetch(address)).text();
  try {
    before = await scrape();
    const admin = await town.staff('admin');
    const { yearly } = await sellPro(town, admin);
    await publish(town, admin, { slug, gate: 'metered' });
    await publish(town, admin, { slug: 'for-members', gate: 'members' });
    const { accessToken: token, user } = await joinAs(town);
    const headers = {
      traceparent: `00-${traceId}-${parentId}-01`,
      'x-request-id': 'edge-7',
    };
    await town.ask('GET', `/api/v1/articles/${slug}?gift=${secret}`, { token, headers });
    await town.ask('GET', `/api/v1/articles/${slug}`, { token });
    await town.ask('GET', '/api/v1/articles/for-members');
    await town.ask('GET', '/articles/for-members');
    await town.ask('GET', `/nowhere/${secret}?token=${secret}`);
    await town.ask('GET', '/join');
    await town.ask('POST', '/api/v1/auth/login', {
      body: { email: user.email, password: `${goodPassword}, nearly` },
    });
    await town.ask('POST', '/webhooks/stripe', {
      body: { id: secret },
      headers: { 'stripe-signature': 't=1,v1=0' },
    });
    await pay(town, await openCheckout(town, token, yearly));
    await settled(town.app.get(Jobs));
    await town.asOwner('alter table users rename to elsewhere');
    const failed = { email: someAddress(), password: goodPassword };
    await town.ask('POST', '/api/v1/auth/login', { body: failed });
    await town.asOwner('alter table elsewhere rename to users');
    metrics = await scrape();
  } finally {
    // What is left to tell is told at the end.
    await town.close();
    await new Promise((resume) => setImmediate(resume));
    lines = log.stop().split('\n').filter(Boolean);
    await collector.close();
  }
  entries = lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as Entry);
  spans = collector.spans();
});

afterAll(() => log.stop());

const valueIn = (told: string, line: string): number => {
  const found = told.split('\n').find((each) => each.startsWith(`${line} `));
  return found === undefined ? NaN : Number(found.slice(line.length + 1));
};

describe('what a process counts', () => {
  it.each([
    ['broadsheet_reads_total{via="meter"}', 2],
    ['broadsheet_walls_total{denial="sign-in-required"}', 2],
    ['broadsheet_meter_spends_total{by="reader"}', 1],
    ['broadsheet_join_pages_total{to="stranger"}', 1],
    ['broadsheet_checkouts_total{step="opened"}', 1],
    ['broadsheet_checkouts_total{step="completed"}', 1],
    ['broadsheet_memberships_begun_total{as="trial"}', 1],
    ['broadsheet_webhooks_total{answer="refused"}', 1],
    ['broadsheet_sign_in_failures_total{shown="password"}', 1],
    ['broadsheet_request_duration_seconds_count{route="/api/v1/articles/:slug",status="2xx"}', 3],
    ['broadsheet_request_duration_seconds_count{route="none",status="4xx"}', 1],
  ])('%s rises by %d', (line, by) => {
    const began = valueIn(before, line);
    expect(valueIn(metrics, line) - (Number.isNaN(began) ? 0 : began)).toBe(by);
  });

  it.each([
    'broadsheet_announcements_heard',
    'broadsheet_inbox_oldest_waiting_seconds',
    'broadsheet_inbox_quarantined',
    'broadsheet_job_oldest_due_seconds',
    'broadsheet_pool_connections',
    'broadsheet_pool_waiting',
    'broadsheet_pool_wait_seconds_count',
    'broadsheet_overload_turned_away_total{asking="reader"}',
    'broadsheet_mails_total{end="failed"}',
    'nodejs_eventloop_lag_p99_seconds',
    'process_resident_memory_bytes',
  ])('tells of %s', (line) => {
    expect(valueIn(metrics, line)).toBeGreaterThanOrEqual(0);
  });

  it('mails and jobs are among it', () => {
    expect(valueIn(metrics, 'broadsheet_mails_total{end="sent"}')).toBeGreaterThan(0);
    expect(valueIn(metrics, 'broadsheet_jobs_done_total{task="sync-customer"}')).toBeGreaterThan(0);
    expect(valueIn(metrics, 'broadsheet_look_failed{at="inbox"}')).toBe(0);
    expect(valueIn(metrics, 'broadsheet_look_failed{at="jobs"}')).toBe(0);
    expect(valueIn(metrics, 'broadsheet_look_failed{at="reconciliation"}')).toBe(0);
  });

  it('names nobody and no article, in few lines', () => {
    expect(metrics).not.toContain(slug);
    expect(metrics).not.toContain(secret);
    expect(metrics).not.toMatch(/@|[0-9a-f]{8}-[0-9a-f]{4}/);
    const told = metrics.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    const ofRoutes = told.filter((line) => line.startsWith('broadsheet_request_duration_seconds'));
    expect(told.length - ofRoutes.length).toBeLessThan(400);
  });

  it('nobody but whoever asks there is told', async () => {
    expect(new URL(address).hostname).toBe('127.0.0.1');
    await expect(fetch(address)).rejects.toThrow('fetch failed');
  });

  it('is all that the dashboard and the alerts ask for', async () => {
    const known = new Set([...metrics.matchAll(/^# TYPE (\S+)/gm)].map(([, name = '']) => name));
    for (const file of watchers) {
      const named = await metricsNamedIn(file);
      expect(named.length).toBeGreaterThan(10);
      expect(named.filter((name) => !known.has(name))).toEqual([]);
    }
  });
});

describe('what a process logs', () => {
  const requests = () => entries.filter(({ context }) => context === 'Request');

  it('is an object of JSON a line', () => {
    expect(lines.filter((line) => !line.startsWith('{'))).toEqual([]);
    expect(requests().length).toBeGreaterThan(10);
  });

  it('names each request by route, as the proxy calls it, and by its trace', () => {
    expect(requests().find(({ requestId }) => requestId === 'edge-7')).toMatchObject({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      message: 'request',
      method: 'GET',
      route: '/api/v1/articles/:slug',
      status: 200,
      ms: expect.any(Number),
      traceId,
    });
    expect(requests().find(({ status }) => status === 404)).toMatchObject({ route: null });
  });

  it('tells of a fault beside the request in which it happened', () => {
    const fault = entries.find(({ level }) => level === 'error');
    expect(fault?.message).toContain('POST /api/v1/auth/login service/unexpected');
    const { requestId } = requests().find(({ status }) => status === 500) ?? {};
    expect(requestId).toBeDefined();
    expect(fault?.requestId).toBe(requestId);
  });

  it('keeps the addresses that were asked for, and who asked from where', () => {
    const told = lines.join('\n');
    const address = '127.0.0.1';
    for (const hidden of [secret, slug, address, '@x.test', '@town.test']) {
      expect(told).not.toContain(hidden);
    }
  });
});

describe('the way of a request', () => {
  const reading = () => spans.filter((span) => span.traceId === traceId);

  it('goes on from where it came, through what the database was asked', () => {
    const root = reading().find(({ name }) => name === 'GET /api/v1/articles/:slug');
    expect(root?.parentSpanId).toBe(parentId);
    const children = reading().filter(({ parentSpanId }) => parentSpanId === root?.spanId);
    expect(children.map(({ name }) => name)).toContain('open by meter for readers');
  });

  it('leads to Stripe, and jobs have one of their own', () => {
    const roots = spans.filter(({ parentSpanId }) => !parentSpanId).map(({ name }) => name);
    expect(roots).toContain('job sync-customer');
    expect(spans.map(({ name }) => name)).toContain('stripe POST /v1/checkout/sessions');
    const opening = spans.find(({ name }) => name === 'POST /api/v1/billing/checkout-sessions');
    const calls = spans.filter(({ name }) => name === 'stripe POST /v1/checkout/sessions');
    expect(calls.map((call) => call.traceId)).toEqual([opening?.traceId]);
  });

  it('names no value, no secret and nothing of an address', () => {
    for (const hidden of [secret, slug, '@', '?', 'cus_', 'cs_test']) {
      expect(collector.text()).not.toContain(hidden);
    }
    const keys = new Set(spans.flatMap(({ attributes }) => attributes.map(({ key }) => key)));
    expect([...keys].toSorted()).toEqual([
      'db.system.name',
      'error.type',
      'http.request.method',
      'http.response.status_code',
      'http.route',
    ]);
  });
});
