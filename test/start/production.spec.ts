/** Running it for real: what production refuses, what it leaves out, and the commands of an operator. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, createEmptyDatabase } from '../support/postgres.js';

const root = join(import.meta.dirname, '../..');
const app = 'dist/src/main.js';
const patience = 60_000;

const demanded = [
  'DATABASE_URL',
  'JWT_SECRET',
  'STRIPE_SECRET_KEY',
  'STRIPE_WEBHOOK_SECRETS',
  'SMTP_URL',
  'PUBLIC_URL',
];

interface Outcome {
  code: number;
  output: string;
}

let database: TestDatabase;
let folder: string;
let environment: Record<string, string>;

beforeAll(async () => {
  database = await createEmptyDatabase();
  folder = await mkdtemp(join(tmpdir(), 'broadsheet-production-'));
  environment = {
    NODE_ENV: 'production',
    DATABASE_URL: database.connectionString,
    JWT_SECRET: 'a secret of the test, and long enough for HS256',
    STRIPE_SECRET_KEY: 'sk_live_nobody',
    STRIPE_WEBHOOK_SECRETS: 'whsec_nobody',
    SMTP_URL: 'smtp://127.0.0.1:9',
    PUBLIC_URL: 'https://paper.test',
    PORT: '0',
    DATA_DIR: folder,
  };
});

afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

const without = (names: string[]): Record<string, string> =>
  Object.fromEntries(Object.entries(environment).filter(([name]) => !names.includes(name)));

/** The variables of this test run are no part of it. */
const only = (variables: Record<string, string>) => ({
  PATH: process.env['PATH'] ?? '',
  ...variables,
});

function run(
  script: string,
  variables: Record<string, string>,
  ...args: string[]
): Promise<Outcome> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [script, ...args],
      { cwd: root, env: only(variables), timeout: patience },
      (error, stdout, stderr) => {
        resolve({ code: error === null ? 0 : Number(error.code), output: stdout + stderr });
      },
    );
  });
}

describe('a process in production', { timeout: patience }, () => {
  it('refuses to start and names everything that is missing at once', async () => {
    const { code, output } = await run(app, { NODE_ENV: 'production' });
    expect(code).toBe(1);
    for (const name of demanded) expect(output).toContain(`${name} is missing`);
    expect(output).not.toMatch(/\bat .*\.js:\d+/);
  });

  it.each(demanded)('refuses to start without %s', async (name) => {
    const { code, output } = await run(app, without([name]));
    expect(code).toBe(1);
    expect(output).toContain(`${name} is missing`);
  });

  it('refuses a secret that is too short', async () => {
    const { code, output } = await run(app, { ...environment, JWT_SECRET: 'short' });
    expect(code).toBe(1);
    expect(output).toContain('JWT_SECRET');
    expect(output).not.toContain('short\n');
  });
});

describe("an operator's way", { timeout: patience }, () => {
  let process_: ChildProcess;
  let url: string;

  beforeAll(async () => {
    const migrated = await run('dist/prisma/migrate.js', environment);
    expect(migrated.output).toContain('Applied the migration');
    expect(migrated.code).toBe(0);
    process_ = spawn(process.execPath, [app], {
      cwd: root,
      env: only(environment),
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const [message] = (await once(process_, 'message')) as [{ url: string }];
    url = message.url;
  }, patience);

  afterAll(async () => {
    process_.kill('SIGTERM');
    await once(process_, 'exit');
  });

  it('serves, without the example town', async () => {
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    const articles = await fetch(`${url}/api/v1/articles`);
    expect(await articles.json()).toEqual({ items: [], nextCursor: null });
  });

  it.each(['/dev/mailbox', '/dev/clock/advance', '/api/docs', '/api/openapi.json', '/.env'])(
    'has no %s',
    async (path) => {
      expect((await fetch(`${url}${path}`)).status).toBe(404);
    },
  );

  it('sends browsers to https only', async () => {
    const { headers } = await fetch(`${url}/health/live`);
    expect(headers.get('strict-transport-security')).toMatch(/max-age=\d{8}/);
  });

  it('makes an admin who can sign in, and has to set up a second factor first', async () => {
    const made = await run(
      'dist/scripts/admin-create.js',
      { ...environment, ADMIN_PASSWORD: 'seven quiet herons at noon' },
      '--email',
      'chief@paper.test',
    );
    expect(made).toMatchObject({ code: 0 });
    expect(made.output).toContain('Admins need a second factor here');
    const signedIn = await fetch(`${url}/api/v1/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'chief@paper.test', password: 'seven quiet herons at noon' }),
    });
    const tokens = (await signedIn.json()) as { accessToken: string };
    expect(tokens).toMatchObject({ user: { roles: ['admin'] } });
    const authorization = `Bearer ${tokens.accessToken}`;
    const closed = await fetch(`${url}/api/v1/admin/members`, { headers: { authorization } });
    expect([closed.status, await closed.json()]).toEqual([
      403,
      expect.objectContaining({ code: 'auth/second-factor-missing' }),
    ]);
  });

  it('reconciles with nobody yet', async () => {
    const { code, output } = await run('dist/scripts/reconcile.js', environment);
    expect(output).toContain('Reconciled: 0 customers');
    expect(code).toBe(0);
  });
});
