/** A built application in a process of its own, on a PostgreSQL that breaks, with a paper and readers of every kind. */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Stripe from 'stripe';
import { type RunningSimulator, startSimulator } from '../../simulator/src/index.js';
import type { KeptMail } from '../../src/platform/mail/mailbox.js';
import { type Answer, type Ask, ask } from '../support/api.js';
import { goodPassword, joinAs } from '../support/readers.js';
import { publish, sellPro } from '../support/town.js';
import type { BreakablePostgres } from './breakable-postgres.js';
import type { Caller } from './crowd.js';

const root = join(import.meta.dirname, '../..');
const webhookSecret = 'whsec_under_fire';
const hidden = 'Hidden behind the wall.';

/** Milliseconds: no membership may end before it begins. */
const shortly = 200;

export class TownUnderFire {
  private planId = '';
  private admin = '';
  private stylesheet = '';
  /** Of `performance`: until then the lapsed member is one. */
  private lapsedFrom = 0;
  private signedIn: Record<'member' | 'lapsed' | 'registered', Reader> | undefined;

  private constructor(
    readonly url: string,
    private readonly folder: string,
    private readonly child: ChildProcess,
    private readonly postgres: BreakablePostgres,
    private readonly stripe: RunningSimulator,
  ) {}

  static async start(postgres: BreakablePostgres): Promise<TownUnderFire> {
    const folder = await mkdtemp(join(tmpdir(), 'broadsheet-faults-app-'));
    const stripe = await startSimulator({ webhooks: [] });
    const child = spawn(process.execPath, ['dist/src/main.js'], {
      cwd: root,
      env: {
        PATH: process.env['PATH'] ?? '',
        NODE_ENV: 'test',
        DATABASE_URL: postgres.connectionString,
        JWT_SECRET: 'a secret of the test, and long enough for HS256',
        STRIPE_SECRET_KEY: 'sk_test_nobody',
        STRIPE_API_BASE: stripe.url,
        STRIPE_REQUESTS_PER_SECOND: '1000',
        STRIPE_WEBHOOK_SECRETS: webhookSecret,
        PORT: '0',
        DATA_DIR: folder,
        SEED: 'none',
        LIMITS_FACTOR: '1000',
        PASSWORD_MEMORY: '256',
        METER_REGISTERED: '30',
      },
      stdio: ['ignore', process.env['FAULTS_LOG'] ? 'inherit' : 'ignore', 'inherit', 'ipc'],
    });
    const [message] = (await once(child, 'message')) as [{ url: string }];
    const town = new TownUnderFire(message.url, folder, child, postgres, stripe);
    await town.settle();
    return town;
  }

  get isRunning(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  ask(method: string, path: string, options?: Ask): Promise<Answer> {
    return ask(this.url, method, path, options);
  }

  /** What somebody may see without anybody asking the database, and whoever needs it. */
  callers(): { needing: Caller[]; notNeeding: Caller[] } {
    if (this.signedIn === undefined) throw new Error('Nobody lives here yet.');
    const { member, lapsed, registered } = this.signedIn;
    const never = { text: hidden, from: 0 };
    const members = '/api/v1/articles/members-story';
    return {
      notNeeding: [
        { who: 'a teaser', path: members, sees: 'In front.', neverSees: never },
        {
          who: 'a teaser page',
          path: '/articles/members-story',
          sees: 'In front.',
          neverSees: never,
        },
        { who: 'the plans', path: '/api/v1/plans', sees: 'pro' },
        { who: 'the process', path: '/health/live', sees: 'ok' },
        { who: 'an asset', path: this.stylesheet },
      ],
      needing: [
        { who: 'a member', path: members, headers: by(member), sees: hidden },
        {
          who: 'a lapsed member',
          path: members,
          headers: by(lapsed),
          sees: 'In front.',
          neverSees: { text: hidden, from: this.lapsedFrom },
        },
        {
          who: 'a metered reader',
          path: () => `/api/v1/articles/metered-story-${Math.ceil(Math.random() * 5)}`,
          headers: by(registered),
          sees: hidden,
        },
        { who: 'the front page', path: '/', sees: 'members-story' },
        { who: 'a public story', path: '/api/v1/articles/public-story', sees: hidden },
        {
          who: 'somebody who signs in',
          method: 'POST',
          path: '/api/v1/auth/login',
          body: () => json({ email: registered.email, password: goodPassword }),
          sees: 'accessToken',
        },
        { who: 'Stripe', method: 'POST', path: '/webhooks/stripe', body: () => signedEvent() },
      ],
    };
  }

  /** A member whose membership ends so many milliseconds from now; from then on she reads nothing. */
  async endingMember(lasts: number): Promise<Caller> {
    const reader = await this.join();
    const from = performance.now() + lasts;
    await this.comp(reader, new Date(Date.now() + lasts));
    return {
      who: 'a member whose membership ends',
      path: '/api/v1/articles/members-story',
      headers: by(reader),
      // The clocks of two processes differ by less.
      neverSees: { text: hidden, from: from + 100 },
    };
  }

  /** Milliseconds until a job that is written down now is done. */
  async timeOfJob(patience = 15_000): Promise<number> {
    const begun = performance.now();
    const id = randomUUID();
    await this.postgres.ask(`select graphile_worker.add_job('send-mail', $1::json)`, [
      JSON.stringify({ id, to: 'ada@x.test', subject: id, text: '', html: '' }),
    ]);
    while (performance.now() - begun < patience) {
      if (await this.hasMail(id)) return performance.now() - begun;
      await new Promise((resume) => setTimeout(resume, 20));
    }
    return Infinity;
  }

  private async hasMail(subject: string): Promise<boolean> {
    const mailbox = join(this.folder, 'mailbox');
    const names = (await readdir(mailbox)).filter((name) => name.endsWith('.json'));
    const mails = await Promise.all(names.map((name) => readFile(join(mailbox, name), 'utf8')));
    return mails.some((mail) => mail.includes(subject));
  }

  async isListening(): Promise<boolean> {
    const rows = await this.postgres.ask(
      `select from pg_stat_activity where application_name = 'broadsheet-announcements'`,
    );
    return rows.length === 1;
  }

  async stop(): Promise<void> {
    if (this.isRunning) {
      this.child.kill('SIGTERM');
      await once(this.child, 'exit');
    }
    await this.stripe.close();
    await rm(this.folder, { recursive: true, force: true });
  }

  private async settle(): Promise<void> {
    const { text } = await this.ask('GET', '/');
    this.stylesheet = /href="([^"]+\.css[^"]*)"/.exec(text)?.[1] ?? '';
    const chief = await this.join();
    await this.postgres.ask(`update users set roles = '{admin}' where id = $1`, [chief.userId]);
    this.admin = chief.token;
    const town = this as unknown as Parameters<typeof publish>[0];
    const { id } = await sellPro(town, this.admin);
    this.planId = id;
    for (const gate of ['public', 'members']) {
      await publish(town, this.admin, { slug: `${gate}-story`, gate });
    }
    for (const number of [1, 2, 3, 4, 5]) {
      await publish(town, this.admin, { slug: `metered-story-${number}`, gate: 'metered' });
    }
    const [member, lapsed, registered] = [await this.join(), await this.join(), await this.join()];
    await this.comp(member, new Date('2100-01-01T00:00:00Z'));
    await this.comp(lapsed, new Date(Date.now() + shortly));
    this.lapsedFrom = performance.now() + shortly;
    this.signedIn = { member, lapsed, registered };
  }

  private async join(): Promise<Reader> {
    const mailbox = () => this.mailbox();
    const { accessToken, user } = await joinAs({ url: this.url, mailbox });
    return { token: accessToken, userId: user.id, email: user.email };
  }

  private async comp({ userId }: Reader, until: Date): Promise<void> {
    const { status, text } = await this.ask('POST', `/api/v1/admin/members/${userId}/comp`, {
      token: this.admin,
      body: { planId: this.planId, until: until.toISOString() },
    });
    if (status >= 300) throw new Error(`She was given no membership: ${text}`);
  }

  /** Once nothing more is on its way. */
  private async mailbox(): Promise<KeptMail[]> {
    for (let tries = 500; tries > 0; tries -= 1) {
      const [left] = await this.postgres.ask<{ count: number }>(
        `select count(*)::int as count from graphile_worker.jobs
         where task_identifier = 'send-mail' and attempts < max_attempts`,
      );
      if (left?.count === 0) break;
      await new Promise((resume) => setTimeout(resume, 20));
    }
    const { body } = await this.ask('GET', '/dev/mailbox', {
      headers: { accept: 'application/json' },
    });
    return (body as { items: KeptMail[] }).items;
  }
}

interface Reader {
  readonly token: string;
  readonly userId: string;
  readonly email: string;
}

const by = ({ token }: Reader): Record<string, string> => ({ authorization: `Bearer ${token}` });

const json = (value: object) => ({ type: 'application/json', text: JSON.stringify(value) });

/** Of a customer whom nobody knows. */
function signedEvent(): ReturnType<typeof json> & { headers: Record<string, string> } {
  const payload = JSON.stringify({
    id: `evt_${randomUUID().replaceAll('-', '')}`,
    object: 'event',
    type: 'customer.updated',
    livemode: false,
    data: { object: { object: 'customer', id: 'cus_nobody' } },
  });
  const signature = Stripe.webhooks.generateTestHeaderString({ payload, secret: webhookSecret });
  return {
    type: 'application/json',
    text: payload,
    headers: { 'stripe-signature': signature },
  };
}
