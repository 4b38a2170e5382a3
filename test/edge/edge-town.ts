/** A town behind an nginx that keeps its answers, set up as docs/nginx recommends, and who reads there. */
import { expect } from 'vitest';
import { Clock } from '../../src/platform/clock/clock.js';
import { Jobs } from '../../src/platform/jobs/jobs.js';
import { type Answer, type Ask, ask } from '../support/api.js';
import { settled } from '../support/app.js';
import { joinAs } from '../support/readers.js';
import { type TestTown, publish, sellPro, startTestTown } from '../support/town.js';
import { Visitor } from '../support/visitor.js';
import { type Nginx, freePort, startNginx, startPurgeReceiver } from './nginx.js';
import { overwriting } from '../support/writers.js';

/** What stands behind the wall of every article. */
export const gated = 'Hidden behind the wall.';

/** An address of this machine that belongs to an institution, as nginx knows. */
export const libraryAddress = '127.0.0.2';

export const day = 24 * 60 * 60;

const secret = 'a secret of thirty-two bytes, at least';

/** Somebody who has signed in to the pages, through nginx, and has a token for the API. */
export interface EdgeReader {
  id: string;
  token: string;
  browser: Visitor;
}

export class EdgeTown {
  private constructor(
    readonly town: TestTown,
    readonly nginx: Nginx,
    readonly admin: string,
    private readonly planId: string,
    private readonly stop: () => Promise<void>,
  ) {}

  static async start(): Promise<EdgeTown> {
    const purgePort = await freePort();
    const town = await startTestTown({
      TRUST_PROXY: '127.0.0.1',
      PURGE_URL: `http://127.0.0.1:${purgePort}/`,
      PURGE_SECRET: secret,
    });
    const held = { archive: `<p>From the archive. ${gated}</p>` };
    const nginx = await startNginx(town.url, held, `${libraryAddress}/32`);
    const receiver = await startPurgeReceiver(nginx.cache, secret, purgePort);
    const admin = await town.staff('admin');
    const { id: planId } = await sellPro(town, admin);
    return new EdgeTown(town, nginx, admin, planId, async () => {
      await receiver.close();
      await nginx.close();
      await town.close();
    });
  }

  close(): Promise<void> {
    return this.stop();
  }

  /** Through nginx. */
  ask(method: string, path: string, options?: Ask): Promise<Answer> {
    return ask(this.nginx.url, method, path, options);
  }

  get(path: string, options?: Ask): Promise<Answer> {
    return this.ask('GET', path, options);
  }

  async publish(slug: string, gate = 'members'): Promise<void> {
    await publish(this.town, this.admin, { slug, gate });
    await settled(this.town.app.get(Jobs));
  }

  /** Until what follows from it has happened. */
  async edit(slug: string, changes: object): Promise<void> {
    const token = this.admin;
    const all = await this.town.ask('GET', '/api/v1/admin/articles?limit=100', { token });
    const { items } = all.body as { items: { id: string; slug: string }[] };
    const path = `/api/v1/admin/articles/${items.find((article) => article.slug === slug)?.id}`;
    const edited = await this.town.ask('PATCH', path, {
      token,
      body: changes,
      headers: overwriting,
    });
    done(edited);
    await settled(this.town.app.get(Jobs));
  }

  async someReader(): Promise<EdgeReader> {
    const { url } = this.nginx;
    const { user, accessToken } = await joinAs({ url, mailbox: () => this.town.mailbox() });
    const browser = new Visitor(url);
    done(await browser.signIn(user.email));
    return { id: user.id, token: accessToken, browser };
  }

  async someMember(days = 300): Promise<EdgeReader> {
    const reader = await this.someReader();
    const given = await this.town.ask('POST', `/api/v1/admin/members/${reader.id}/comp`, {
      token: this.admin,
      body: { planId: this.planId, until: this.inDays(days) },
    });
    done(given);
    return reader;
  }

  inDays(days: number): string {
    const now = this.town.app.get(Clock).now().getTime();
    return new Date(now + days * day * 1000).toISOString();
  }
}

function done({ status }: { status: number }): void {
  if (status >= 400) throw new Error(`It was refused with ${status}.`);
}

/** Both ways to an article: its page, and the API. */
export const waysTo = (slug: string): [string, string] => [
  `/articles/${slug}`,
  `/api/v1/articles/${slug}`,
];

/** What nginx says of an answer: `HIT` where it had it. */
export const keptOf = ({ headers }: { headers: Headers }): string | null =>
  headers.get('x-cache-status');

/** She opens an article's page and asks the API; answers both texts. */
export async function opens(
  edge: EdgeTown,
  { browser, token }: EdgeReader,
  [page, api]: [string, string],
  headers: Record<string, string> = {},
): Promise<string[]> {
  const seen = await browser.open(page, headers);
  const answer = await edge.get(api, { token, headers });
  expect([keptOf(seen), keptOf(answer)]).toEqual(['BYPASS', 'BYPASS']);
  return [seen.html, answer.text];
}

/** The same of somebody whom nobody knows. */
export async function strangerOpens(
  edge: EdgeTown,
  ways: [string, string],
  headers: Record<string, string> = {},
): Promise<string[]> {
  const answers = await Promise.all(ways.map((path) => edge.get(path, { headers })));
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  return answers.map(({ text }) => text);
}

export function expectWhole(texts: string[]): void {
  for (const text of texts) expect(text).toContain(gated);
}

export function expectTeaser(texts: string[]): void {
  for (const text of texts) {
    expect(text).toContain('In front.');
    expect(text).not.toContain(gated);
  }
}
