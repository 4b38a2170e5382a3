/** Somebody with a browser but without JavaScript: opens pages, fills in forms, keeps cookies. */
import type { TestApp } from './app.js';
import { goodPassword, joinAs } from './readers.js';

export interface Sight {
  status: number;
  headers: Headers;
  html: string;
  /** Where a redirect leads; null when it is a page. */
  location: string | null;
}

export class Visitor {
  private readonly cookies = new Map<string, string>();

  constructor(private readonly url: string) {}

  /** What her browser sends as its cookies. */
  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  open(path: string, headers: Record<string, string> = {}): Promise<Sight> {
    return this.send(path, { method: 'GET', headers: { accept: 'text/html', ...headers } });
  }

  signIn(email: string, password = goodPassword): Promise<Sight> {
    return this.fillIn('/sign-in', { email, password });
  }

  /** Sends a form as a page of ours would. */
  fillIn(
    path: string,
    fields: Record<string, string>,
    headers: Record<string, string> = {},
  ): Promise<Sight> {
    return this.send(path, {
      method: 'POST',
      body: new URLSearchParams(fields).toString(),
      headers: {
        accept: 'text/html',
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'same-origin',
        ...headers,
      },
    });
  }

  private async send(
    path: string,
    init: { method: string; body?: string; headers: Record<string, string> },
  ): Promise<Sight> {
    const { cookie } = this;
    const response = await fetch(new URL(path, this.url), {
      ...init,
      redirect: 'manual',
      headers: cookie === '' ? init.headers : { ...init.headers, cookie },
    });
    for (const set of response.headers.getSetCookie()) this.keep(set);
    const { status, headers } = response;
    return { status, headers, html: await response.text(), location: headers.get('location') };
  }

  private keep(setCookie: string): void {
    const [pair = '', ...attributes] = setCookie.split('; ');
    const at = pair.indexOf('=');
    const isGone = attributes.some((each) => each === 'Max-Age=0' || / 1970 /.test(each));
    if (isGone) this.cookies.delete(pair.slice(0, at));
    else this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
  }
}

/** Somebody new, who has an account and has signed in to it on the pages. */
export async function signedInReader(town: Pick<TestApp, 'url' | 'mailbox'>): Promise<Visitor> {
  const { user } = await joinAs(town);
  const visitor = new Visitor(town.url);
  const { status } = await visitor.signIn(user.email);
  if (status !== 303) throw new Error(`She could not sign in: ${status}`);
  return visitor;
}

/** The words of a page, without its tags. */
export function wordsOf(html: string): string {
  return html
    .replace(/<head>.*?<\/head>/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');
}
