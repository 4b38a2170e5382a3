/**
 * Sends pages compressed to whoever takes them so. Only those that are marked for it: where something secret stands
 * beside something that a stranger chose, the length of what is sent would tell one by the other (BREACH).
 */
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { LRUCache } from 'lru-cache';

const compressed = promisify(gzip);

/** Bytes of pages that are the same for everybody, kept as they were sent. */
const room = 4 * 1024 * 1024;

const marked = new WeakSet<FastifyReply>();

/** For an answer that holds no secret. */
export function mayBeCompressed(reply: FastifyReply): void {
  marked.add(reply);
}

export const isCompressible = (reply: FastifyReply): boolean => marked.has(reply);

/** Must be called after the watch over caching, which marks what is shared by its bytes. */
export function compressPages(server: FastifyInstance): void {
  const kept = new LRUCache<string, Buffer>({
    maxSize: room,
    sizeCalculation: ({ length }) => length,
  });

  async function sharedBytes(mark: string, page: string): Promise<Buffer> {
    const bytes = kept.get(mark) ?? (await compressed(page));
    kept.set(mark, bytes);
    return bytes;
  }

  server.addHook('onSend', async (request, reply, payload) => {
    // A proxy that asks for plain pages compresses them itself, and needs one copy of each.
    if (!marked.has(reply) || !takesGzip(request.headers['accept-encoding'])) return payload;
    void reply.header('vary', withEncoding(reply.getHeader('vary')));
    // A 304 has no body, also where HEAD's is still here.
    if (typeof payload !== 'string' || reply.statusCode === 304) return payload;
    void reply.header('content-encoding', 'gzip');
    const mark = reply.getHeader('etag');
    return typeof mark === 'string' ? sharedBytes(mark, payload) : compressed(payload);
  });
}

export const takesGzip = (acceptEncoding: string | string[] | undefined): boolean =>
  acceptEncoding !== undefined &&
  /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(String(acceptEncoding));

const withEncoding = (vary: number | string | string[] | undefined): string =>
  [vary ?? [], 'Accept-Encoding'].flat().join(', ');
