/** Scripts of other sites: none may speak to us, unless the publication has named where they come from. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, ask } from '../support/api.js';
import { type TestApp, startTestApp } from '../support/app.js';

const app = 'https://app.paper.test';
const others = [
  'https://evil.test',
  'null',
  'https://app.paper.test.evil.test',
  `${app}:8443`,
  app.toUpperCase(),
];

const corsHeaders = ({ headers }: Answer): string[] =>
  [...headers.keys()].filter((name) => name.startsWith('access-control-'));

const asking = (town: TestApp, method: string, path: string, headers: Record<string, string>) =>
  ask(town.url, method, path, { headers });
const preflight = (town: TestApp, origin: string, path: string, wanted = 'PATCH') =>
  asking(town, 'OPTIONS', path, {
    origin,
    'access-control-request-method': wanted,
    'access-control-request-headers': 'authorization, content-type',
  });

describe('A publication that names nobody', () => {
  let town: TestApp;

  beforeAll(async () => {
    town = await startTestApp();
  });
  afterAll(() => town.close());

  it.each([app, ...others])('is closed to %s', async (origin) => {
    const answers = [
      await asking(town, 'GET', '/api/v1/plans', { origin }),
      await asking(town, 'GET', '/', { origin }),
      await preflight(town, origin, '/api/v1/me'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 405]);
    expect(answers.flatMap(corsHeaders)).toEqual([]);
  });
});

describe('A publication with an application elsewhere', () => {
  let town: TestApp;

  beforeAll(async () => {
    town = await startTestApp({ CORS_ORIGINS: `${app},https://other.paper.test` });
  });
  afterAll(() => town.close());

  it('lets it read the API, refusals included, and never with cookies', async () => {
    for (const [path, status] of [
      ['/api/v1/plans', 200],
      ['/api/v1/me', 401],
      ['/api/v1/nothing', 404],
    ] as const) {
      const told = await asking(town, 'GET', path, { origin: app });
      expect([path, told.status]).toEqual([path, status]);
      expect(told.headers.get('access-control-allow-origin')).toBe(app);
      expect(told.headers.get('access-control-expose-headers')).toContain('etag');
      expect(told.headers.has('access-control-allow-credentials')).toBe(false);
      expect(told.headers.get('vary')?.toLowerCase()).toContain('origin');
    }
  });

  it('tells caches that the answer is another for others', async () => {
    const told = await asking(town, 'GET', '/api/v1/plans', {});
    expect(told.headers.get('vary')?.toLowerCase()).toContain('origin');
    const hers = await asking(town, 'GET', '/api/v1/me', { origin: app });
    expect(hers.headers.get('vary')?.toLowerCase()).toContain('authorization');
  });

  it('answers the question what may be sent', async () => {
    const told = await preflight(town, app, '/api/v1/me');
    expect([told.status, told.text]).toEqual([204, '']);
    expect(told.headers.get('access-control-allow-origin')).toBe(app);
    expect(told.headers.get('access-control-allow-methods')).toBe('DELETE, GET, HEAD, PATCH');
    expect(told.headers.get('access-control-allow-headers')).toContain('authorization');
    expect((await preflight(town, app, '/api/v1/nothing')).status).toBe(404);
    const plain = await asking(town, 'OPTIONS', '/api/v1/me', { origin: app });
    expect([plain.status, plain.headers.get('allow')]).toEqual([405, 'DELETE, GET, HEAD, PATCH']);
  });

  it.each(others)('stays closed to %s', async (origin) => {
    const answers = [
      await asking(town, 'GET', '/api/v1/plans', { origin }),
      await preflight(town, origin, '/api/v1/me'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 405]);
    expect(answers.flatMap(corsHeaders)).toEqual([]);
  });

  it('opens nothing but the API', async () => {
    for (const path of ['/', '/sign-in', '/health/live', '/api/openapi.json', '/webhooks/stripe']) {
      const told = await asking(town, 'GET', path, { origin: app });
      expect([path, corsHeaders(told), corsHeaders(await preflight(town, app, path))]).toEqual([
        path,
        [],
        [],
      ]);
    }
  });
});
