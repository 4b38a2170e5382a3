/** The built product as a process of its own, with a Stripe that can be hindered, a paper and somebody who has paid. */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { type RunningSimulator, startSimulator } from '../../simulator/src/index.js';
import { webhookEvents } from '../../src/billing/stripe/webhook-events.js';
import type { KeptMail } from '../../src/platform/mail/mailbox.js';
import { type Answer, type Ask, ask } from '../support/api.js';
import { freshCard } from '../support/cards.js';
import { waitingJobs } from '../support/our-books.js';
import type { Person } from '../support/place.js';
import { type TestDatabase, createDatabase } from '../support/postgres.js';
import { joinAs } from '../support/readers.js';
import { hireAdmin, retrySchedule } from '../support/town-place.js';
import { publish, sellPro, sessionIn, webhookSecret } from '../support/town.js';
import type { Caller } from './crowd.js';
import { FickleStripe } from './fickle-stripe.js';

const root = join(import.meta.dirname, '../..');

/** What only who has paid may read. */
export const hidden = 'Hidden behind the wall.';

export class EdgeTown {
  member: Person = { userId: '', email: '', token: '' };
  priceId = '';
  private child: ChildProcess | undefined;
  private ended: Promise<[number | null, string | null]> | undefined;

  private constructor(
    readonly url: string,
    private readonly folder: string,
    private readonly database: TestDatabase,
    readonly books: pg.Pool,
    readonly simulator: RunningSimulator,
    readonly stripe: FickleStripe,
    private readonly settings: Record<string, string>,
  ) {}

  static async start(more: Record<string, string> = {}): Promise<EdgeTown> {
    const database = await createDatabase();
    const folder = await mkdtemp(join(tmpdir(), 'broadsheet-faults-edge-'));
    const port = randomInt(20_000, 30_000);
    const url = `http://127.0.0.1:${port}`;
    const simulator = await startSimulator({
      webhooks: [
        { url: `${url}/webhooks/stripe`, secrets: [webhookSecret], events: webhookEvents },
      ],
      retrySchedule,
    });
    const stripe = new FickleStripe(simulator.url);
    const town = new EdgeTown(
      url,
      folder,
      database,
      new pg.Pool({ connectionString: database.connectionString, max: 4 }),
      simulator,
      stripe,
      {
        PATH: process.env['PATH'] ?? '',
        NODE_ENV: 'test',
        DATABASE_URL: database.connectionString,
        JWT_SECRET: 'a secret of the test, and long enough for HS256',
        STRIPE_SECRET_KEY: 'sk_test_broadsheet',
        STRIPE_API_BASE: await stripe.listen(),
        STRIPE_REQUESTS_PER_SECOND: '1000',
        STRIPE_WEBHOOK_SECRETS: webhookSecret,
        PORT: String(port),
        DATA_DIR: folder,
        SEED: 'none',
        // Everybody in it comes from one address.
        LIMITS_FACTOR: '100000',
        ...more,
      },
    );
    await town.run();
    await town.settle();
    return town;
  }

  /** Starts the process; again, where it was ended. */
  async run(more: Record<string, string> = {}): Promise<void> {
    const child = spawn(process.execPath, ['dist/src/main.js'], {
      cwd: root,
      env: { ...this.settings, ...more },
      stdio: ['ignore', process.env['FAULTS_LOG'] ? 'inherit' : 'ignore', 'inherit', 'ipc'],
    });
    this.child = child;
    this.ended = once(child, 'exit') as Promise<[number | null, string | null]>;
    const started = once(child, 'message');
    await Promise.race([
      started,
      this.ended.then(([code]) => {
        throw new Error(`The product ended with ${String(code)} before it was ready.`);
      }),
    ]);
  }

  get isRunning(): boolean {
    return this.child?.exitCode === null && this.child.signalCode === null;
  }

  /** @returns the code that the process ends with, once it does */
  async terminate(): Promise<number | null> {
    this.child?.kill('SIGTERM');
    const [code] = (await this.ended) ?? [null];
    return code;
  }

  ask(method: string, path: string, options?: Ask): Promise<Answer> {
    return ask(this.url, method, path, options);
  }

  /** A member, a stranger before the wall, and a stranger's page: none of them needs Stripe or mail. */
  readers(): Caller[] {
    const path = '/api/v1/articles/members-story';
    const neverSees = { text: hidden, from: 0 };
    const headers = { authorization: `Bearer ${this.member.token}` };
    return [
      { who: 'a member', path, headers, sees: hidden },
      { who: 'a stranger', path, sees: 'In front.', neverSees },
      { who: 'a page', path: '/articles/members-story', sees: 'In front.', neverSees },
    ];
  }

  /** MiB that the process holds. */
  async memory(): Promise<number> {
    const status = await readFile(`/proc/${this.child?.pid}/status`, 'utf8');
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
  }

  /** Seconds of a core that the process has used. */
  async work(): Promise<number> {
    const stat = await readFile(`/proc/${this.child?.pid}/stat`, 'utf8');
    const [user = 0, system = 0] = stat.split(') ')[1]?.split(' ').slice(11, 13).map(Number) ?? [];
    return (user + system) / 100;
  }

  /** Connections to it that this machine knows of. */
  async sockets(): Promise<number> {
    const table = await readFile(`/proc/${this.child?.pid}/net/tcp`, 'utf8');
    const port = Number(new URL(this.url).port).toString(16).toUpperCase().padStart(4, '0');
    return table.split('\n').filter((line) => new RegExp(`^ *\\d+: \\w+:${port} `).test(line))
      .length;
  }

  /** Waits until no job is left to do, those waiting for another attempt included. */
  async jobsDone(patience = 60_000): Promise<void> {
    for (const end = performance.now() + patience; ; await pause(50)) {
      const left = await waitingJobs(this.books);
      if (left.length === 0) return;
      if (performance.now() > end) throw new Error(`Still to be done: ${left.join('; ')}`);
    }
  }

  join(): Promise<Person> {
    const mailbox = () => this.mailbox();
    return joinAs({ url: this.url, mailbox }).then(({ accessToken: token, user }) => ({
      token,
      userId: user.id,
      email: user.email,
    }));
  }

  /** Opens a checkout at Stripe's. */
  checkout({ token }: Person): Promise<Answer> {
    return this.ask('POST', '/api/v1/billing/checkout-sessions', {
      token,
      body: { priceId: this.priceId },
    });
  }

  /** Fills in a card on the page that was opened. */
  async pay(opened: Answer): Promise<string> {
    const session = sessionIn((opened.body as { url: string }).url);
    const path = `/_sim/checkout/sessions/${session}/complete`;
    await ask(this.simulator.url, 'POST', path, { body: { card: freshCard() } });
    return session;
  }

  async close(): Promise<void> {
    if (this.isRunning) await this.terminate();
    await this.stripe.goAway();
    await this.simulator.close();
    await this.books.end();
    await this.database.drop();
    await rm(this.folder, { recursive: true, force: true });
  }

  private async settle(): Promise<void> {
    const { token: admin } = await hireAdmin(
      { url: this.url, mailbox: () => this.mailbox() },
      this.books,
    );
    const town = this as unknown as Parameters<typeof publish>[0];
    const { yearly } = await sellPro(town, admin);
    this.priceId = yearly;
    await publish(town, admin, { slug: 'members-story', gate: 'members' });
    await publish(town, admin, { slug: 'metered-story', gate: 'metered' });
    this.member = await this.join();
    const session = await this.pay(await this.checkout(this.member));
    await this.ask('GET', `/api/v1/billing/checkout-sessions/${session}`, {
      token: this.member.token,
    });
    await this.jobsDone();
  }

  private async mailbox(): Promise<KeptMail[]> {
    await this.jobsDone();
    const { body } = await this.ask('GET', '/dev/mailbox', {
      headers: { accept: 'application/json' },
    });
    return (body as { items: KeptMail[] }).items;
  }
}
