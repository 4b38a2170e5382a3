/** An operator sets a Stripe account up, has it looked at, breaks it, and is told what to do. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningSimulator, startSimulator } from '../../simulator/src/index.js';
import { type TestDatabase, createDatabase } from '../support/postgres.js';

const root = join(import.meta.dirname, '../..');
const key = 'sk_test_operator_key_that_nobody_may_see';
const patience = 60_000;

let database: TestDatabase;
let simulator: RunningSimulator;

beforeAll(async () => {
  database = await createDatabase();
  simulator = await startSimulator();
}, patience);

afterAll(async () => {
  await simulator.close();
  await database.drop();
});

interface Outcome {
  code: number;
  output: string;
}

function run(
  command: 'setup' | 'doctor',
  changed: Record<string, string> = {},
  ...args: string[]
): Promise<Outcome> {
  const env = {
    PATH: process.env['PATH'] ?? '',
    DATABASE_URL: database.connectionString,
    JWT_SECRET: 'a secret of the test, and long enough for HS256',
    STRIPE_SECRET_KEY: key,
    STRIPE_API_BASE: simulator.url,
    PUBLIC_URL: 'https://paper.test',
    ...changed,
  };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [`dist/scripts/stripe-${command}.js`, ...args],
      { cwd: root, env, timeout: patience },
      (error, stdout, stderr) =>
        resolve({ code: error === null ? 0 : Number(error.code), output: stdout + stderr }),
    );
  });
}

const secretIn = ({ output }: Outcome): string | null =>
  /STRIPE_WEBHOOK_SECRETS=(whsec_\w+)/.exec(output)?.[1] ?? null;

const problemsIn = ({ output }: Outcome): string[] =>
  output.split('\n').filter((line) => line.startsWith('PROBLEM'));

describe('both commands', { timeout: patience }, () => {
  it.each(['setup', 'doctor'] as const)('%s says by --help what it does', async (command) => {
    const { code, output } = await run(
      command,
      { DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/x' },
      '--help',
    );
    expect(code).toBe(0);
    expect(output).toContain(`npm run stripe:${command}`);
  });

  it('take nothing that they do not know', async () => {
    const { code, output } = await run('setup', {}, '--now');
    expect(code).toBe(1);
    expect(output).toContain("'--now'");
    expect(output.trim().split('\n')).toHaveLength(1);
  });
});

describe('a new account', { timeout: patience }, () => {
  it('is ill, is made ready once, has its secret told once, and is well then', async () => {
    const ill = await run('doctor');
    expect(ill.code).toBe(1);
    expect(problemsIn(ill).map((line) => /PROBLEM +([\w ]+):/.exec(line)?.[1])).toEqual([
      'webhook secret',
      'webhook endpoint',
      'portal',
    ]);
    for (const line of problemsIn(ill)) expect(line).toContain('npm run stripe:setup');

    const first = await run('setup');
    const secret = secretIn(first) ?? '';
    expect(first.code).toBe(0);
    expect(secret).toMatch(/^whsec_\w+$/);
    const again = await run('setup', { STRIPE_WEBHOOK_SECRETS: secret });
    expect(again.code).toBe(0);
    expect(again.output).not.toContain('whsec_');

    const healthy = await run('doctor', { STRIPE_WEBHOOK_SECRETS: secret });
    expect(problemsIn(healthy)).toEqual([]);
    expect(healthy.code).toBe(0);
    for (const subject of [
      ...['key', 'mode', 'account', 'reachable', 'clock', 'webhook endpoint', 'webhook address'],
      ...['webhook events', 'API version', 'webhook secret', 'portal', 'prices'],
    ]) {
      expect(healthy.output).toMatch(new RegExp(`^ok +${subject}: `, 'm'));
    }
    expect(healthy.output).not.toContain(secret);
    expect([ill, first, again, healthy].map(({ output }) => output).join()).not.toContain(key);
  });
});

describe('a Stripe that cannot be used', { timeout: patience }, () => {
  it('is a problem of one line for the doctor, when nobody is there', async () => {
    const lost = await run('doctor', { STRIPE_API_BASE: 'http://127.0.0.1:1' });
    expect(lost.code).toBe(1);
    expect(lost.output).toMatch(/^PROBLEM +reachable: /m);
  });

  it('stops setup with a sentence, without the key', async () => {
    const refused = await run('setup', { STRIPE_SECRET_KEY: 'sk_live_of_somebody' });
    expect(refused.code).toBe(1);
    expect(refused.output).not.toContain('sk_live_of_somebody');
    expect(refused.output).not.toMatch(/\bat .*\.js:\d+/);
  });
});
