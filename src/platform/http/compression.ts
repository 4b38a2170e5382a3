/**
 * Sends pages compressed to whoever takes them so. Only those that are marked for it: where something secret stands
 * beside something that a stranger chose, the length of what is sent would tell one by the other (BREACH).
 */
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { WeighedShelf } from './weighed-shelf.js';

const compressed = promisify(gzip);

/** Bytes of pages that are the same for everybody, kept as they were sent. */
const room = 4 * 1024 * 1024;

const marked = new WeakSet<FastifyReply>();

/** For an answer that holds no secret. */
export function mayBeCompressed(reply: FastifyReply): void {
  marked.add(reply);
}

/** Must be called after the watch over caching, which marks what is shared by its bytes. */
export function compressPages(server: FastifyInstance): void {
  const kept = new WeighedShelf(room);

  server.addHook('onSend', async (request, reply, payload) => {
    // A proxy that asks for plain pages compresses them itself, and needs one copy of each.
    if (!marked.has(reply) || !takesGzip(request)) return payload;
    void reply.header('vary', withEncoding(reply.getHeader('vary')));
    // A 304 has no body, also where HEAD's is still here.
    if (typeof payload !== 'string' || reply.statusCode === 304) return payload;
    void reply.header('content-encoding', 'gzip');
    const mark = reply.getHeader('etag');
    return typeof mark === 'string'
      ? kept.get(mark, () => compressed(payload))
      : compressed(payload);
  });
}

const takesGzip = ({ headers }: FastifyRequest): boolean =>
  /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(headers['accept-encoding'] ?? '');

const withEncoding = (vary: number | string | string[] | undefined): string =>
  [vary ?? [], 'Accept-Encoding'].flat().join(', ');
