import cookie from '@fastify/cookie';
import fastify, { type FastifyInstance } from 'fastify';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nameParts, secondsShared, sharedFor, watchOverCaching } from './shared-answers.js';

let server: FastifyInstance;

beforeAll(async () => {
  server = fastify();
  await server.register(cookie);
  watchOverCaching(server);
  server.get('/shared', (_, reply) => {
    nameParts(reply, ['articles', 'plans', 'articles']);
    return reply.header('cache-control', sharedFor(60)).send('the same for all');
  });
  server.get('/hers', (_, reply) =>
    reply
      .header('cache-control', 'private, no-store')
      .headers({ etag: '"x"', 'last-modified': 'Fri, 01 Jan 2100 00:00:00 GMT' })
      .header('surrogate-key', 'articles')
      .send('for her'),
  );
  server.get('/marked', (_, reply) =>
    reply.headers({ 'cache-control': 'public, max-age=60', etag: '"own"' }).send('a style sheet'),
  );
  server.get('/cookie', (_, reply) =>
    reply.header('cache-control', sharedFor(60)).setCookie('visitor', '1').send('for all'),
  );
  server.get('/raw-cookie', (_, reply) =>
    reply.headers({ 'cache-control': 'public', 'set-cookie': 'visitor=1' }).send('for all'),
  );
  server.get('/stream', (_, reply) =>
    reply.header('cache-control', sharedFor(60)).send(Readable.from(['a', 'b'])),
  );
  server.get('/over', (_, reply) =>
    reply.header('cache-control', sharedFor(0)).send('nearly over'),
  );
  server.get('/silent', (_, reply) => reply.send('nothing said'));
  server.get('/broken', (_, reply) =>
    reply.status(500).header('cache-control', 'no-store').send('broken'),
  );
  await server.ready();
});

afterAll(() => server.close());

const get = async (
  url: string,
  headers: Record<string, string> = {},
  method: 'GET' | 'HEAD' = 'GET',
) => {
  const { statusCode, body, headers: answered } = await server.inject({ method, url, headers });
  return { statusCode, body, ...answered } as Record<string, unknown>;
};

describe('A shared answer', () => {
  it('is known again by its bytes, and named for caches', async () => {
    const answer = await get('/shared');
    expect(answer).toMatchObject({
      'surrogate-key': 'site articles plans',
      'cache-tag': 'site,articles,plans',
      etag: expect.stringMatching(/^W\/"[\w-]{22}"$/),
    });
    const held = await get('/shared', { 'if-none-match': String(answer['etag']) });
    expect(held).toMatchObject({ statusCode: 304, body: '' });
    expect(held['content-length']).toBeUndefined();
    for (const name of ['cache-control', 'etag', 'surrogate-key', 'cache-tag']) {
      expect(held[name]).toBe(answer[name]);
    }
  });

  it('keeps the mark and the comparing of whoever makes it', async () => {
    expect(await get('/marked', { 'if-none-match': '"own"' })).toMatchObject({
      statusCode: 200,
      etag: '"own"',
    });
  });

  it('goes out as it is where its bytes are not at hand', async () => {
    const answer = await get('/stream');
    expect(answer).toMatchObject({ statusCode: 200, body: 'ab' });
    expect(answer['etag']).toBeUndefined();
  });

  it.each(['/cookie', '/raw-cookie'])(
    'with a cookie in it is nobody’s but hers: %s',
    async (url) => {
      const answer = await get(url, { 'if-none-match': '*' });
      expect(answer).toMatchObject({ statusCode: 200, 'cache-control': 'private, no-store' });
      expect(answer['etag']).toBeUndefined();
    },
  );
});

describe('What is one reader’s alone', () => {
  it.each(['GET', 'HEAD'] as const)('loses every mark that was put on it: %s', async (method) => {
    const answer = await get('/hers', { 'if-none-match': '*' }, method);
    expect(answer['statusCode']).toBe(200);
    for (const name of ['etag', 'last-modified', 'surrogate-key', 'cache-tag']) {
      expect(answer[name]).toBeUndefined();
    }
  });
});

describe('What says nothing of caches, what is nearly over, and what failed,', () => {
  it.each(['/silent', '/over', '/broken', '/nowhere'])('is kept by none: %s', async (url) => {
    const answer = await get(url, { 'if-none-match': '*' });
    expect(answer['cache-control']).toBe('no-store');
    expect(answer['etag']).toBeUndefined();
    expect(answer['statusCode']).not.toBe(304);
  });
});

describe('An answer that the clock will change', () => {
  const now = new Date('2026-03-01T12:00:00.500Z');
  it.each([
    [null, 60],
    ['2026-03-02T00:00:00Z', 60],
    ['2026-03-01T12:01:01Z', 59],
    ['2026-03-01T12:00:31Z', 29],
    ['2026-03-01T12:00:01Z', 0],
    ['2026-03-01T11:00:00Z', 0],
  ])('at %s is shared for %i seconds', (at, seconds) => {
    expect(secondsShared(now, at === null ? null : new Date(at))).toBe(seconds);
  });
});
