/** The ways to ask for one address that somebody tries who is not to have what is there. */
import { encodeCursor } from '../../src/platform/http/cursor.js';
import { institutionsAddress } from './leak-town.js';
import type { WorthlessLinks } from './worthless-links.js';

export interface Way {
  name: string;
  method: 'GET' | 'HEAD';
  /** The address as it is asked, made from the plain one. */
  path(target: string): string;
  headers: Record<string, string>;
}

export const as = (
  name: string,
  headers: Record<string, string>,
  method: 'GET' | 'HEAD' = 'GET',
): Way => ({
  name,
  method,
  path: (target) => target,
  headers: { accept: '*/*', ...headers },
});

/** With a word in the query, as whoever searches does. */
export const asked = (query: string): Way => ({
  ...as(`?${query}`, { accept: 'application/json, text/html;q=0.9' }),
  path: (target) => `${target}?${query}`,
});

const spelt = (name: string, path: (target: string) => string): Way => ({
  ...as(name, {}),
  path,
});

const html = 'text/html,application/xhtml+xml';
const json = 'application/json';

/** What every reader asks everywhere. */
export const plainWays: Way[] = [
  as('JSON', { accept: json }),
  as('HTML', { accept: html }),
  as('XML', { accept: 'application/rss+xml, application/xml, text/xml' }),
  as('text', { accept: 'text/markdown, text/plain' }),
  as('HEAD', {}, 'HEAD'),
];

/** What somebody has in hand who looks for what she may not read. */
export interface InHand {
  canary: string;
  links: WorthlessLinks;
  /** Of the site. */
  origin: string;
}

export function deviousWays({ canary, links, origin }: InHand): Way[] {
  const { gifts, previews, giftOfAnother, previewOfAnother } = links;
  return [
    ...['bytes=0-', 'bytes=-500', 'bytes=0-0,-1'].map((range) => as(`Range: ${range}`, { range })),
    as('If-None-Match: *', { 'if-none-match': '*' }),
    as('If-Modified-Since', { 'if-modified-since': 'Fri, 01 Jan 2100 00:00:00 GMT' }),
    ...[
      'fields=body',
      'fields=bodyHtml,previewHtml',
      'include=revisions',
      'include=currentText,texts',
      'select[]=bodyHtml',
      'select[currentText][select][bodyHtml]=true',
      'expand=text',
      'populate=*',
      'format=full',
      'format=json',
      'callback=leak',
      'view=print',
      'preview=true',
      'draft=1',
      'status=draft',
      'version=1',
      'revision=1',
      'sort=bodyHtml',
      `where[bodyHtml][contains]=${canary}`,
      `filter[text]=${canary}`,
      `search=${canary}`,
      'limit=100',
      'cursor=nonsense',
      `cursor=${encodeCursor(['2099-01-01T00:00:00.000Z', '01890000-0000-7000-8000-000000000000'])}`,
      `cursor=${encodeCursor(['ffffffff-ffff-7fff-bfff-ffffffffffff'])}`,
      `cursor=${encodeCursor([999])}`,
      ...[...gifts, giftOfAnother, previewOfAnother].map((gift) => `gift=${gift}`),
      ...[...previews, previewOfAnother].map((preview) => `preview=${preview}&token=${preview}`),
    ].map(asked),
    ...[
      '.json',
      '.md',
      '.txt',
      '.xml',
      '.css',
      '/x.css',
      '/amp',
      '/print',
      '/feed',
      '/revisions',
      '/',
      '//',
      ';x=1',
      '%00',
      '%20',
    ].map((suffix) => spelt(`…${suffix}`, (target) => `${target}${suffix}`)),
    spelt('in capitals', (target) => target.toUpperCase()),
    spelt('with a doubled slash', (target) => `/${target}`),
    spelt('by a detour', (target) => `/assets/..${target}`),
    spelt('as a whole address', (target) => `${origin}${target}`),
    as('X-Forwarded-Host', { 'x-forwarded-host': 'evil.test', 'x-forwarded-proto': 'https' }),
    as('X-HTTP-Method-Override', { 'x-http-method-override': 'PATCH' }),
    as('X-Original-URL', { 'x-original-url': '/health/live', 'x-rewrite-url': '/health/live' }),
    as('prefetch', { 'sec-purpose': 'prefetch;prerender', purpose: 'prefetch' }),
    as('an institution’s address', {
      'x-forwarded-for': institutionsAddress,
      'x-real-ip': institutionsAddress,
      forwarded: `for=${institutionsAddress}`,
    }),
    as('a search engine’s name', {
      'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
      from: 'googlebot(at)googlebot.com',
      'x-forwarded-for': '66.249.66.1',
    }),
    as('a machine’s name', { 'user-agent': 'GPTBot/1.2', accept: 'text/markdown, text/html' }),
    as('a preview as a token', { authorization: `Bearer ${previewOfAnother}` }),
    as('from a search engine', { referer: 'https://www.google.com/' }),
    as('gzip', { 'accept-encoding': 'gzip' }),
    as('another language', { 'accept-language': 'de;q=0.9' }),
    as('a forged visitor', {
      cookie: 'broadsheet-visitor=01890000-0000-7000-8000-000000000000.AAAA',
    }),
  ];
}
