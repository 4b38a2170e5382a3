import { gunzipSync } from 'node:zlib';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compressPages, mayBeCompressed } from './compression.js';
import { sharedFor, watchOverCaching } from './shared-answers.js';

const page = '<p>The same for all, as long as it takes.</p>'.repeat(50);

let server: FastifyInstance;

beforeAll(() => {
  server = fastify();
  watchOverCaching(server);
  compressPages(server);
  server.get('/shared', (_, reply) => {
    mayBeCompressed(reply);
    return reply.headers({ 'cache-control': sharedFor(60), vary: 'Cookie' }).send(page);
  });
  server.get('/hers', (_, reply) => {
    mayBeCompressed(reply);
    return reply.header('cache-control', 'private, no-store').send(page);
  });
  server.get('/secret', (_, reply) => reply.send(page));
});

afterAll(() => server.close());

const ask = (url: string, encoding?: string, more: object = {}, method: 'GET' | 'HEAD' = 'GET') =>
  server.inject({
    method,
    url,
    headers: { ...(encoding === undefined ? {} : { 'accept-encoding': encoding }), ...more },
  });

describe('a page', () => {
  it.each(['/shared', '/hers'])('comes compressed to whoever takes it so: %s', async (url) => {
    for (const _ of ['the first time', 'again']) {
      const answer = await ask(url, 'gzip, deflate, br');
      expect(answer.headers['content-encoding']).toBe('gzip');
      expect(answer.headers.vary).toMatch(/Accept-Encoding$/);
      expect(gunzipSync(answer.rawPayload).toString()).toBe(page);
      expect(answer.headers['content-length']).toBe(String(answer.rawPayload.length));
    }
  });

  it.each([undefined, '', 'identity', 'br', 'gzip;q=0', 'br, gzip;q=0.0, deflate'])(
    'comes plain to who asks %j, and says nothing of encodings',
    async (encoding) => {
      const answer = await ask('/shared', encoding);
      expect(answer.payload).toBe(page);
      expect(answer.headers).not.toHaveProperty('content-encoding');
      expect(answer.headers.vary).toBe('Cookie');
    },
  );

  it('has one mark, however it travels', async () => {
    const { etag } = (await ask('/shared', 'gzip')).headers;
    expect((await ask('/shared')).headers.etag).toBe(etag);
    const again = await ask('/shared', 'gzip', { 'if-none-match': etag });
    expect(again).toMatchObject({ statusCode: 304, payload: '' });
    expect(again.headers.vary).toBe('Cookie, Accept-Encoding');
    expect(again.headers).not.toHaveProperty('content-encoding');
    // A cache would write the encoding onto the plain copy that it holds.
    const head = await ask('/shared', 'gzip', { 'if-none-match': etag }, 'HEAD');
    expect(head.statusCode).toBe(304);
    expect(head.headers).not.toHaveProperty('content-encoding');
  });

  it('is looked at with the headers that it would come with', async () => {
    const [whole, head] = [await ask('/shared', 'gzip'), await ask('/shared', 'gzip', {}, 'HEAD')];
    expect(head.payload).toBe('');
    for (const name of ['content-length', 'content-encoding', 'etag', 'vary']) {
      expect(head.headers[name]).toBe(whole.headers[name]);
    }
  });

  it('that nobody has declared free of secrets is never compressed', async () => {
    const answer = await ask('/secret', 'gzip');
    expect(answer.payload).toBe(page);
    expect(answer.headers).not.toHaveProperty('content-encoding');
  });
});
