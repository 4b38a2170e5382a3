/** Somebody who reads metered articles over the API, with a browser that keeps cookies unless it is told not to. */
import type { Answer } from './api.js';
import type { TestTown } from './town.js';

export interface MeteredAnswer {
  bodyHtml: string | null;
  access: {
    granted: boolean;
    via: string | null;
    denial: string | null;
    meter: {
      limit: number;
      used: number;
      remaining: number;
      resetsAt: string;
      windowDays: number | null;
      limitWithAccount: number | null;
    } | null;
  };
}

interface Manners {
  /** The client's address, as a trusted proxy says it. */
  address?: string;
  userAgent?: string;
  keepsCookies?: boolean;
}

let people = 0;

export class MeteredReader {
  cookie: string | null = null;
  /** The access token that she sends along. */
  token: string | null = null;
  private readonly headers: Record<string, string>;
  private readonly keepsCookies: boolean;

  /** Unless it is said, nobody has a network or a program like hers. */
  constructor(
    private readonly town: Pick<TestTown, 'ask'>,
    { address, userAgent, keepsCookies = true }: Manners = {},
  ) {
    people += 1;
    this.headers = {
      'x-forwarded-for': address ?? `10.${people >> 8}.${people & 255}.7`,
      'user-agent': userAgent ?? `browser ${people}`,
    };
    this.keepsCookies = keepsCookies;
  }

  async ask(
    method: string,
    path: string,
    { headers = {}, body }: { headers?: Record<string, string>; body?: unknown } = {},
  ): Promise<Answer> {
    const cookies: Record<string, string> = this.cookie === null ? {} : { cookie: this.cookie };
    const answer = await this.town.ask(method, path, {
      ...(this.token === null ? {} : { token: this.token }),
      headers: { ...this.headers, ...cookies, ...headers },
      ...(body === undefined ? {} : { body }),
    });
    const set = /broadsheet-visitor=[^;]+/.exec(answer.headers.get('set-cookie') ?? '')?.[0];
    if (set !== undefined && this.keepsCookies) this.cookie = set;
    return answer;
  }

  async open(slug: string, headers: Record<string, string> = {}): Promise<MeteredAnswer> {
    const answer = await this.ask('GET', `/api/v1/articles/${slug}`, { headers });
    if (answer.status !== 200) throw new Error(`${slug} was not answered: ${answer.text}`);
    return answer.body as MeteredAnswer;
  }

  /** @returns whether the whole text was had */
  async reads(slug: string): Promise<boolean> {
    return (await this.open(slug)).bodyHtml !== null;
  }

  /** @returns how many of these were had, opened one after the other */
  async readsOf(slugs: readonly string[]): Promise<number> {
    let count = 0;
    for (const slug of slugs) if (await this.reads(slug)) count += 1;
    return count;
  }

  /** Comes back with the cookie of this one, from wherever: another program, another process. */
  again(town: Pick<TestTown, 'ask'>): MeteredReader {
    const same = new MeteredReader(town);
    same.cookie = this.cookie;
    return same;
  }
}
