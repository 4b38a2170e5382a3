/** A process killed in the middle of its work: the next one takes that up within seconds. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { type AddressInfo, type Server, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, createDatabase } from '../support/postgres.js';

const root = join(import.meta.dirname, '../..');
const patience = 60_000;

let database: TestDatabase;
let folder: string;
let mailServer: Server;
const processes: ChildProcess[] = [];

beforeAll(async () => {
  database = await createDatabase();
  folder = await mkdtemp(join(tmpdir(), 'broadsheet-killed-'));
});

afterAll(async () => {
  for (const child of processes) child.kill('SIGKILL');
  mailServer.close();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

async function start(environment: Record<string, string>): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['dist/src/main.js'], {
    cwd: root,
    env: {
      PATH: process.env['PATH'] ?? '',
      NODE_ENV: 'test',
      DATABASE_URL: database.connectionString,
      JWT_SECRET: 'a secret of the test, and long enough for HS256',
      STRIPE_SECRET_KEY: 'sk_test_nobody',
      STRIPE_WEBHOOK_SECRETS: 'whsec_nobody',
      PORT: '0',
      DATA_DIR: folder,
      ...environment,
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  processes.push(child);
  await once(child, 'message');
  return child;
}

/** Takes calls and never says a word, as a mail server that hangs. */
async function startSilentMailServer(): Promise<{ port: number; called: Promise<unknown> }> {
  mailServer = createServer((socket) => socket.on('error', () => undefined));
  const called = once(mailServer, 'connection');
  mailServer.listen(0, '127.0.0.1');
  await once(mailServer, 'listening');
  return { port: (mailServer.address() as AddressInfo).port, called };
}

async function addMail(subject: string): Promise<void> {
  const client = new pg.Client({ connectionString: database.connectionString });
  await client.connect();
  await client.query(
    `select graphile_worker.add_job('send-mail', $1::json, queue_name := 'a customer')`,
    [JSON.stringify({ id: subject, to: 'ada@x.test', subject, text: '', html: '' })],
  );
  await client.end();
}

describe('a process that is killed while it sends a mail', { timeout: patience }, () => {
  it('leaves it, and the whole queue behind it, to the next for no longer than seconds', async () => {
    const { port, called } = await startSilentMailServer();
    const first = await start({ SMTP_URL: `smtp://127.0.0.1:${port}` });
    await addMail('first');
    await addMail('second');
    await called;
    first.kill('SIGKILL');
    await once(first, 'exit');
    await start({});
    const mails = async () =>
      (await readdir(join(folder, 'mailbox')).catch(() => [])).filter((name) =>
        name.endsWith('.json'),
      ).length;
    await expect.poll(mails, { timeout: 25_000, interval: 200 }).toBe(2);
  });
});
