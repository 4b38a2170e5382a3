/** Secrets stay where they are used: not in the log, the audit, a job that is done, or an answer that refuses. */
import { Logger } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Database } from '../../src/platform/database/database.js';
import { Jobs } from '../../src/platform/jobs/jobs.js';
import { OneLineLogger } from '../../src/platform/log/one-line-logger.js';
import { MetricsServer } from '../../src/platform/metrics/metrics-server.js';
import { type Answer, type Ask, ask as askAt } from '../support/api.js';
import { type TestApp, settled, startTestApp } from '../support/app.js';
import { challengeFor, setUpAuthenticator, wrongCode } from '../support/authenticators.js';
import { codeIn, joinAs, lastMailTo, someAddress, tokenIn } from '../support/readers.js';
import { type TestTown, startTestTown } from '../support/town.js';
import { type TraceCollector, startTraceCollector } from '../support/trace-collector.js';
import { SaidAloud } from './said-aloud.js';

const password = 'a canary in a very deep mine';
const anotherPassword = 'another canary, deeper than the first';

const ofTheHouse = {
  JWT_SECRET: 'canary-jwt-0123456789-0123456789-0123456789',
  STRIPE_SECRET_KEY: 'sk_test_canary0123456789',
  STRIPE_WEBHOOK_SECRETS: 'whsec_canary0123456789',
  PURGE_URL: 'http://127.0.0.1:9/purge',
  PURGE_SECRET: 'canary-purge-0123456789-0123456789-01234567',
};

let town: TestTown;
let log: SaidAloud;
let collector: TraceCollector;
/** Everything that was a secret of somebody here, by what it is. */
const secrets = new Map<string, string>(Object.entries(ofTheHouse));
/** Every answer that refused something. */
const refusals: string[] = [];

beforeAll(async () => {
  log = new SaidAloud(false);
  collector = await startTraceCollector();
  town = await startTestTown({
    ...ofTheHouse,
    LOG_FORMAT: 'json',
    LOG_LEVEL: 'debug',
    LOG_REQUESTS: 'true',
    METRICS_PORT: '0',
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
  });
});

afterAll(async () => {
  log.stop();
  await town.close();
  await collector.close();
});

async function ask(method: string, path: string, options?: Ask): Promise<Answer> {
  const answer = await town.ask(method, path, options);
  if (answer.status >= 400) {
    // A challenge is for whoever is asked; it stands beside the refusal on purpose.
    const { challenge: _, ...told } = (answer.body ?? {}) as Record<string, unknown>;
    refusals.push(JSON.stringify([told, [...answer.headers]]));
  }
  return answer;
}

const post = (path: string, body: object, token?: string): Promise<Answer> =>
  ask('POST', path, { body, ...(token !== undefined && { token }) });

function keep(what: string, value: string): string {
  secrets.set(what, value);
  return value;
}

const email = someAddress('canary');

/** Signs up, in and out again in every way, and is refused in most. */
async function live(): Promise<void> {
  keep('password', password);
  keep('another password', anotherPassword);
  const joined = await joinAs(town, email, password);
  const token = keep('access token', joined.accessToken);
  keep('refresh token', joined.refreshToken);
  await post('/api/v1/auth/login', { email, password: `${password}!` });
  await post('/api/v1/auth/login', { email, password, extra: password });
  await post('/api/v1/auth/login', { email: password, password: email });
  await post('/api/v1/auth/register', { email, password: 'short', name: 'x'.repeat(500) });

  await post('/api/v1/auth/magic-link', { email });
  const link = await lastMailTo(town, email);
  keep('mailed code', codeIn(link));
  const linkToken = keep('link token', tokenIn(link));
  await post('/api/v1/auth/magic-link/redeem', { token: linkToken });
  await post('/api/v1/auth/magic-link/redeem', { token: linkToken });
  await post('/api/v1/auth/magic-link/redeem', { email, code: secrets.get('mailed code') });

  await post('/api/v1/auth/password/forgot', { email });
  const resetToken = keep('reset token', tokenIn(await lastMailTo(town, email)));
  await post('/api/v1/auth/password/reset', { token: resetToken, password: 'short' });

  const app = await setUpAuthenticator(town, { accessToken: token });
  keep('recovery code', app.recoveryCodes[0] ?? '');
  const challenge = keep('challenge', await challengeFor(town, email, password));
  await post('/api/v1/auth/second-factor', { challenge, code: wrongCode(app) });
  const code = keep('authenticator code', app.code());
  await post('/api/v1/auth/second-factor', { challenge, code });
  await post('/api/v1/auth/second-factor', { challenge, code });

  await post('/api/v1/auth/refresh', { refreshToken: joined.refreshToken });
  town.advance(60);
  await post('/api/v1/auth/refresh', { refreshToken: joined.refreshToken });
  await ask('GET', '/api/v1/me', { token: `${token}x` });
  await ask('GET', `/api/v1/previews/${linkToken}`);
  await ask('GET', `/api/v1/articles?cursor=${linkToken}`);
  await ask('POST', '/webhooks/stripe', {
    body: { id: 'evt_1' },
    headers: { 'stripe-signature': `t=1,v1=${ofTheHouse.STRIPE_WEBHOOK_SECRETS}` },
  });
}

/** While a table is away, whatever looks at it fails on our side. */
async function without(table: string, work: () => Promise<unknown>): Promise<void> {
  await town.asOwner(`alter table ${table} rename to elsewhere`);
  try {
    await work();
  } finally {
    await town.asOwner(`alter table elsewhere rename to ${table}`);
  }
}

async function fail(): Promise<void> {
  const [token, refreshToken, link] = ['access token', 'refresh token', 'link token'].map(
    (name) => secrets.get(name) ?? '',
  );
  await without('users', () => post('/api/v1/auth/login', { email, password }));
  await without('sessions', async () => {
    await ask('GET', '/api/v1/me', { ...(token !== undefined && { token }) });
    await post('/api/v1/auth/refresh', { refreshToken });
  });
  await without('email_proofs', async () => {
    await post('/api/v1/auth/register', { email: someAddress(), password, name: 'Ada' });
    await post('/api/v1/auth/magic-link/redeem', { token: link });
    await post('/api/v1/auth/password/reset', { token: link, password: anotherPassword });
  });
  await without('challenges', () =>
    post('/api/v1/auth/second-factor', {
      challenge: secrets.get('challenge'),
      code: secrets.get('authenticator code'),
    }),
  );
}

const isIn = (text: string, secret: string): boolean =>
  /^\d+$/.test(secret) ? new RegExp(`\\b${secret}\\b`).test(text) : text.includes(secret);

const foundIn = (text: string): string[] =>
  [...secrets].filter(([, secret]) => isIn(text, secret)).map(([what]) => what);

async function all(query: string): Promise<string> {
  const { rows } = await town.app.get(Database).pool.query<{ row: string }>(query);
  return rows.map(({ row }) => row).join('\n');
}

describe('after somebody has signed in in every way, and everything has failed once', () => {
  beforeAll(async () => {
    await live();
    await fail();
    await settled(town.app.get(Jobs));
  });

  it('nothing of hers or of the house is in an answer that refuses', () => {
    expect(refusals.length).toBeGreaterThan(15);
    expect(foundIn(refusals.join('\n'))).toEqual([]);
  });

  it('nothing is in the audit', async () => {
    const audit = await all('select to_jsonb(a)::text as row from audit_entries a');
    expect(audit).toContain('member.');
    expect(foundIn(audit)).toEqual([]);
  });

  it('nothing is in a job that is done, or was given up', async () => {
    expect(
      foundIn(await all('select to_jsonb(j)::text as row from graphile_worker._private_jobs j')),
    ).toEqual([]);
  });

  it('nothing is kept as it is in any table', async () => {
    const tables = await all(
      `select tablename as row from pg_tables where schemaname = 'public' and tablename !~ '^_'`,
    );
    const kept: string[] = [];
    for (const table of tables.split('\n')) {
      for (const secret of foundIn(await all(`select to_jsonb(t)::text as row from ${table} t`))) {
        kept.push(`${table}: ${secret}`);
      }
    }
    expect(kept).toEqual([]);
  });

  it('the log tells of the failures, and nothing of the secrets', async () => {
    await expect.poll(() => log.soFar()).toContain('POST /api/v1/auth/login service/unexpected');
    expect(log.soFar()).toContain('GET /api/v1/me');
    expect(log.soFar()).toContain('"route":"/api/v1/previews/:token"');
    expect(foundIn(log.soFar())).toEqual([]);
  });

  it('nothing is in what is counted, or told of the ways of requests', async () => {
    const { url } = town.app.get(MetricsServer, { strict: false });
    const metrics = await (await fetch(url ?? '')).text();
    expect(metrics).toContain('broadsheet_sign_in_failures_total');
    expect(foundIn(metrics)).toEqual([]);
    const told = () => collector.text();
    await expect.poll(told, { timeout: 10_000 }).toContain('POST /api/v1/auth/login');
    expect(foundIn(told())).toEqual([]);
  });

  it('an entry of the log is one line, whatever somebody wrote', async () => {
    const forged = 'Ada\r\n[Nest] 1  - ERROR [Problem] forged\u2028forged\u001b[2J';
    new Logger('Anywhere').warn(`Somebody is called ${forged}`);
    new OneLineLogger('warn').warn(`For people, somebody is called ${forged}`, 'Anywhere');
    await without('email_proofs', () =>
      post('/api/v1/auth/register', { email: someAddress(), password, name: forged }),
    );
    const said = () => log.soFar();
    await expect.poll(said).toContain('Somebody is called Ada\\r\\n[Nest]');
    expect(said()).toContain('For people, somebody is called Ada\\r\\n[Nest]');
    const lines = log.soFar().split(/\r\n|[\r\n\u2028\u2029\u0085]/);
    expect(
      lines.filter((line) => /^\s*\[Nest\] 1\s/.test(line) || line.startsWith('forged')),
    ).toEqual([]);
  });
});

describe('while the mail server refuses', () => {
  const smtpPassword = 'canary-smtp-password';
  let post: TestApp;

  beforeAll(async () => {
    post = await startTestApp({ SMTP_URL: `smtp://broadsheet:${smtpPassword}@127.0.0.1:9` });
  });

  afterAll(() => post.close());

  it('its password is neither in the log nor beside the mail that waits', async () => {
    const body = { email: someAddress(), password, name: 'Ada' };
    await askAt(post.url, 'POST', '/api/v1/auth/register', { body });
    const waiting = async (): Promise<string> => {
      const { rows } = await post.app
        .get(Database)
        .pool.query<{ row: string }>(
          'select to_jsonb(j)::text as row from graphile_worker._private_jobs j where last_error is not null',
        );
      return rows.map(({ row }) => row).join();
    };
    await expect.poll(waiting, { timeout: 20_000 }).toContain('ECONNREFUSED');
    expect(await waiting()).not.toContain(smtpPassword);
    expect(await waiting()).not.toContain(password);
    expect(log.soFar()).not.toContain(smtpPassword);
  });
});
