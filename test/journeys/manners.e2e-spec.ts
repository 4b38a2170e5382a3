/** Every route keeps the same manners: one spelling, HEAD like GET, headers that protect, and no way around them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { matrixRows } from '../architecture/matrix-rows.js';
import { ask } from '../support/api.js';
import { type RawAnswer, sendRaw } from '../support/raw-http.js';
import { type TestTown, publish, sellPro, startTestTown } from '../support/town.js';

let town: TestTown;

beforeAll(async () => {
  town = await startTestTown();
  const admin = await town.staff('admin');
  await sellPro(town, admin);
  await publish(town, admin, { slug: 'members-story', gate: 'members' });
});

afterAll(() => town.close());

const raw = (
  method: string,
  target: string,
  headers: Record<string, string> = {},
): Promise<RawAnswer> => sendRaw(town.url, method, target, { headers });

/** What a stranger reads, of each kind. */
const readable = [
  '/',
  '/articles/members-story',
  '/search',
  '/register',
  '/sign-in',
  '/feed.xml',
  '/sitemap.xml',
  '/robots.txt',
  '/assets/site.css',
  '/health/live',
  '/api/v1/plans',
  '/api/v1/articles',
  '/api/v1/articles/members-story',
  '/api/openapi.json',
];

/** Whatever is served at an address without a parameter. */
const plainRows = matrixRows.filter(({ address }) => !/[:*]/.test(address));

const protecting = (headers: Headers): string[] => {
  const policy = headers.get('content-security-policy') ?? '';
  return [
    ...(policy.includes("frame-ancestors 'none'") ? [] : ['frame-ancestors']),
    ...(policy.includes("default-src 'none'") ? [] : ['default-src']),
    ...(policy.includes('unsafe') ? ['unsafe'] : []),
    ...(headers.get('x-content-type-options') === 'nosniff' ? [] : ['nosniff']),
    ...(headers.has('referrer-policy') ? [] : ['referrer-policy']),
    ...(headers.get('x-frame-options') === 'DENY' ? [] : ['x-frame-options']),
    ...(headers.get('permissions-policy')?.includes('camera=()') ? [] : ['permissions-policy']),
    ...(headers.has('cache-control') ? [] : ['cache-control']),
    ...(headers.has('x-powered-by') || headers.has('server') ? ['a boast'] : []),
  ];
};

describe('An address', () => {
  it('has one spelling: all others lead nowhere', async () => {
    const faults: string[] = [];
    for (const path of readable) {
      expect((await raw('GET', path)).status).toBe(200);
      const last = path.at(-1) ?? '';
      const code = last.charCodeAt(0).toString(16);
      const others = [
        `/${path}`,
        `/.${path}`,
        `/assets/..${path}`,
        `${path}%20`,
        ...(path === '/' ? [] : [`${path}/`, `${path}//`, path.toUpperCase()]),
        ...(path === '/' ? [] : [`${path.slice(0, -1)}%${code}`, `${path};a=1`, `${path}%2f`]),
      ];
      for (const other of others) {
        const { status } = await raw('GET', other);
        if (status !== 404 && status !== 308) faults.push(`${other}: ${status}`);
      }
    }
    expect(faults).toEqual([]);
  });
});

describe('HEAD', () => {
  it('says in its headers what GET says, and does nothing', async () => {
    for (const path of readable) {
      const [head, get] = [await raw('HEAD', path), await raw('GET', path)];
      const told = ({ headers }: RawAnswer) =>
        [...headers]
          .filter(([name]) => !['date', 'set-cookie'].includes(name))
          .toSorted(([one], [other]) => one.localeCompare(other));
      expect([path, head.status, told(head)]).toEqual([path, get.status, told(get)]);
      expect(head.text).toBe('');
    }
  });
});

describe('Methods that nobody needs', () => {
  it.each(['TRACE', 'PROPFIND', 'OPTIONS'])('%s is refused everywhere', async (method) => {
    const faults: string[] = [];
    for (const { address } of plainRows) {
      const told = await raw(method, address, { accept: 'application/json' });
      if (told.status !== 405 || !told.headers.get('allow')) {
        faults.push(`${address}: ${told.status}`);
      }
    }
    expect(faults).toEqual([]);
  });

  it('CONNECT opens no way to anywhere', async () => {
    const told = await raw('CONNECT', 'elsewhere.test:443').catch(() => null);
    expect(told === null || Number.isNaN(told.status) || told.status >= 400).toBe(true);
  });
});

describe('A request', () => {
  it('that never comes to its end holds no connection for longer than minutes', () => {
    // Node looks every half minute, which is too long to wait for here.
    const { requestTimeout } = town.app.getHttpServer();
    expect(requestTimeout).toBeGreaterThan(0);
    expect(requestTimeout).toBeLessThanOrEqual(5 * 60 * 1000);
  });
});

describe('Every answer', () => {
  it('brings the headers that protect, whatever it says', async () => {
    const faults: string[] = [];
    for (const { method, address } of plainRows) {
      if (address.startsWith('/api/docs')) continue;
      const { status, headers } = await raw(method, address);
      faults.push(
        ...protecting(headers).map((fault) => `${method} ${address} ${status}: ${fault}`),
      );
    }
    expect(faults).toEqual([]);
  });

  it('brings them also where no route is asked', async () => {
    const early = [
      await raw('GET', '/api/v1/articles/%ff'),
      await raw('GET', `/api/v1/articles/${'x'.repeat(400)}`),
      await raw('NONSENSE', '/'),
      await raw('GET', '/', { 'x-large': 'x'.repeat(40_000) }),
      await raw('GET', '/nowhere', { accept: 'application/json' }),
      await raw('GET', '/nowhere', { accept: 'text/html' }),
      await raw('DELETE', '/'),
    ];
    expect(early.map(({ status, headers }) => [status, protecting(headers)])).toEqual(
      [400, 414, 400, 431, 404, 404, 405].map((status) => [status, []]),
    );
  });

  it('to a program that is refused a page is problem details', async () => {
    for (const path of ['/nowhere', '/articles/nowhere', '/sections/nowhere', '/preview/nothing']) {
      const told = await ask(town.url, 'GET', path, { headers: { accept: 'application/json' } });
      expect([path, told.status, told.headers.get('content-type')]).toEqual([
        path,
        404,
        'application/problem+json; charset=utf-8',
      ]);
    }
  });
});
