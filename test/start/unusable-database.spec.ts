/** Every program that stands on the database says in a sentence when it cannot. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, createEmptyDatabase } from '../support/postgres.js';

const root = join(import.meta.dirname, '../..');

const programs: [name: string, script: string, ...args: string[]][] = [
  ['the application', 'dist/src/main.js'],
  ['admin:create', 'dist/scripts/admin-create.js', '--email', 'chief@paper.test'],
  ['reconcile', 'dist/scripts/reconcile.js'],
  ['stripe:setup', 'dist/scripts/stripe-setup.js'],
];

let empty: TestDatabase;

beforeAll(async () => {
  empty = await createEmptyDatabase();
});

afterAll(() => empty.drop());

function run(
  script: string,
  args: string[],
  databaseUrl: string,
): Promise<{ code: number; output: string }> {
  const env = {
    PATH: process.env['PATH'] ?? '',
    NODE_ENV: 'production',
    DATABASE_URL: databaseUrl,
    JWT_SECRET: 'a secret of the test, and long enough for HS256',
    STRIPE_SECRET_KEY: 'sk_live_nobody',
    STRIPE_WEBHOOK_SECRETS: 'whsec_nobody',
    SMTP_URL: 'smtp://127.0.0.1:9',
    PUBLIC_URL: 'https://paper.test',
    PORT: '0',
    ADMIN_PASSWORD: 'seven quiet herons at noon',
  };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [script, ...args],
      { cwd: root, env, timeout: 30_000 },
      (error, stdout, stderr) =>
        resolve({ code: error === null ? 0 : Number(error.code), output: stdout + stderr }),
    );
  });
}

describe.each(programs)('%s', (_name, script, ...args) => {
  it('says that PostgreSQL is not there, and ends', async () => {
    const { code, output } = await run(script, args, 'postgresql://ada:secret@127.0.0.1:1/paper');
    expect(output.trim().split('\n')).toEqual([
      'PostgreSQL at 127.0.0.1:1/paper cannot be used: connect ECONNREFUSED 127.0.0.1:1. Check DATABASE_URL.',
    ]);
    expect(code).toBe(1);
  });

  it('says that the database was never migrated, and ends', async () => {
    const { code, output } = await run(script, args, empty.connectionString);
    expect(output.trim().split('\n')).toEqual([
      'The database has no tables yet: run npm run db:migrate.',
    ]);
    expect(code).toBe(1);
  });
});
