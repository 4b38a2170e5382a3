/** The town on a cluster: its two processes, its books, and who lives there. */
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { townPassword } from '../../prisma/seed/people.js';
import { type Cluster, startCluster } from '../../scripts/cluster/cluster.js';
import { SystemClock } from '../../src/platform/clock/clock.js';
import { loadConfig } from '../../src/platform/config/load-config.js';
import { type KeptMail, Mailbox } from '../../src/platform/mail/mailbox.js';
import { type Answer, type Ask, ask } from '../support/api.js';
import { waitingJobs } from '../support/our-books.js';
import { overwriting } from '../support/writers.js';

export interface ClusterTown {
  cluster: Cluster;
  /** Where each process answers, past nginx. */
  urls: readonly [string, string];
  /** The primary, as its owner. */
  books: pg.Pool;
  /** Of an admin. */
  admin: string;
  signIn(email: string): Promise<string>;
  mailbox(): Promise<KeptMail[]>;
  /** At the desk of this process. */
  desk(url: string, method: string, path: string, body?: unknown): Promise<Answer>;
  close(): Promise<void>;
}

export async function startClusterTown(settings: NodeJS.ProcessEnv = {}): Promise<ClusterTown> {
  // Hashing as in production would be most of the work that these tests make.
  const cluster = await startCluster({ PASSWORD_MEMORY: '256', ...settings });
  const books = new pg.Pool({ connectionString: cluster.pair.ownerUrl, max: 4 });
  const mails = new Mailbox(loadConfig(cluster.environment), new SystemClock());
  const [one, two] = cluster.processes;
  const urls = [one.url, two.url] as const;
  const signIn = async (email: string): Promise<string> => {
    const { status, body, text } = await ask(one.url, 'POST', '/api/v1/auth/login', {
      body: { email, password: townPassword },
    });
    if (status !== 200) throw new Error(`She was not let in: ${text}`);
    return (body as { accessToken: string }).accessToken;
  };
  const admin = await signIn('admin@town.test');
  return {
    cluster,
    urls,
    books,
    admin,
    signIn,
    mailbox: async () => {
      while ((await waitingJobs(books)).length > 0) await pause(20);
      return mails.list(10_000);
    },
    desk: async (url, method, path, body) => {
      const told: Ask = { token: admin, headers: overwriting };
      const answer = await ask(
        url,
        method,
        `/api/v1/admin/articles${path}`,
        body === undefined ? told : { ...told, body },
      );
      if (answer.status >= 400) throw new Error(`The desk refused: ${answer.text}`);
      return answer;
    },
    close: async () => {
      await books.end();
      await cluster.end();
    },
  };
}

/** Waits until it is so. @returns the milliseconds that it took */
export async function took(
  isSo: () => Promise<boolean> | boolean,
  patience = 10_000,
): Promise<number> {
  const begun = performance.now();
  while (!(await isSo())) {
    if (performance.now() - begun > patience) throw new Error('It did not come to that.');
    await pause(2);
  }
  return performance.now() - begun;
}

/** What the run reports beside its count. */
export function figure(what: string, value: number | string): void {
  const told = typeof value === 'number' ? String(Math.round(value * 10) / 10) : value;
  process.stdout.write(`  figure: ${what}: ${told}\n`);
}
