/** The built product as a process of its own that is killed and started again, and a Stripe that goes on meanwhile. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { somePort } from '../../scripts/ports.js';
import { startSimulator } from '../../simulator/src/index.js';
import { webhookEvents } from '../../src/billing/stripe/webhook-events.js';
import { SystemClock } from '../../src/platform/clock/clock.js';
import { loadConfig } from '../../src/platform/config/load-config.js';
import { Mailbox } from '../../src/platform/mail/mailbox.js';
import { ask } from '../support/api.js';
import { waitingJobs } from '../support/our-books.js';
import { type Place, stripeAt } from '../support/place.js';
import { createDatabase } from '../support/postgres.js';
import { environment, hireAdmin, openShop, retrySchedule } from '../support/town-place.js';
import { webhookSecret } from '../support/town.js';

const root = join(import.meta.dirname, '../..');

export interface KillablePlace extends Place {
  url: string;
  start(): Promise<void>;
  /** As `kill -9` does: without a word, in the middle of whatever it does. */
  kill(): Promise<void>;
  /** Lets time pass at Stripe while nobody is there to hear of it; the product finds it late when it starts. */
  sleep(seconds: number): Promise<void>;
  /** `npm run reconcile`. */
  reconcile(): Promise<void>;
  close(): Promise<void>;
}

export async function startKillablePlace(): Promise<KillablePlace> {
  const database = await createDatabase();
  const books = new pg.Pool({ connectionString: database.connectionString, max: 4 });
  const folder = await mkdtemp(join(tmpdir(), 'broadsheet-killed-'));
  const port = await somePort();
  const url = `http://127.0.0.1:${port}`;
  const simulator = await startSimulator({
    webhooks: [{ url: `${url}/webhooks/stripe`, secrets: [webhookSecret], events: webhookEvents }],
    retrySchedule,
  });
  const settings = {
    ...environment,
    NODE_ENV: 'test',
    DATABASE_URL: database.connectionString,
    DATA_DIR: folder,
    JWT_SECRET: 'a secret of the test, and long enough for HS256',
    STRIPE_SECRET_KEY: 'sk_test_broadsheet',
    STRIPE_WEBHOOK_SECRETS: webhookSecret,
    STRIPE_API_BASE: simulator.url,
    PORT: String(port),
    SEED: 'none',
    // Everybody in it comes from one address.
    LIMITS_FACTOR: '1000',
  };
  const mailbox = new Mailbox(loadConfig(settings), new SystemClock());
  let running: ChildProcess | undefined;

  const run = (script: string, output: 'ignore' | 'inherit'): ChildProcess =>
    spawn(process.execPath, [script], {
      cwd: root,
      env: { PATH: process.env['PATH'] ?? '', ...settings },
      stdio: ['ignore', 'ignore', output, 'ipc'],
    });
  const kill = async (): Promise<void> => {
    if (running === undefined) return;
    const ended = once(running, 'exit');
    running.kill('SIGKILL');
    await ended;
    running = undefined;
  };
  const place: KillablePlace = {
    url,
    ask: (method, path, options) => ask(url, method, path, options),
    askSimulator: (method, path, body) => ask(simulator.url, method, path, { body }),
    simulatorUrl: simulator.url,
    stripe: stripeAt(simulator.url),
    books,
    admin: { userId: '', email: '', token: '' },
    prices: { yearly: '', monthly: '', untried: '' },
    mailbox: async () => {
      while ((await waitingJobs(books)).length > 0) await pause(20);
      return mailbox.list(100_000);
    },
    pass: () => Promise.reject(new Error('Here, time passes while the product is away.')),
    start: async () => {
      const starting = run('dist/src/main.js', 'inherit');
      running = starting;
      await Promise.race([
        once(starting, 'message'),
        once(starting, 'exit').then(([code]) => {
          throw new Error(`The product ended with ${String(code)} before it was ready.`);
        }),
      ]);
    },
    kill,
    sleep: async (seconds) => {
      await simulator.advance(seconds);
      const offsetMilliseconds = simulator.clock.offsetSeconds * 1000;
      await writeFile(join(folder, 'clock.json'), JSON.stringify({ offsetMilliseconds }));
    },
    reconcile: async () => {
      const [code] = (await once(run('dist/scripts/reconcile.js', 'inherit'), 'exit')) as [number];
      if (code !== 0) throw new Error(`The reconciliation ended with ${code}.`);
    },
    close: async () => {
      await kill();
      await simulator.close();
      await books.end();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
  await place.start();
  place.admin = await hireAdmin(place, books);
  const { prices } = await openShop(place.stripe, (method, path, options) =>
    place.ask(method, path, { ...options, token: place.admin.token }),
  );
  place.prices = prices;
  return place;
}
