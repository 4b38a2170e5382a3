/**
 * Lets the browser applications of named origins speak to the API. All others, and everything else of ours, stay
 * closed to scripts of other sites; cookies go with none of it, for the API knows readers by their tokens.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { MethodTable } from './method-table.js';

const opened = '/api/v1/';
/** Seconds for which a browser remembers what it was allowed. */
const remembered = 600;

/** What an application may send beyond what every form can. */
const allowedHeaders = 'authorization, content-type, idempotency-key, if-match, if-none-match';
/** What it may read beyond what every answer shows. */
const exposedHeaders = 'etag, location, retry-after, www-authenticate';

/** @param origins like `https://app.example`; nothing is opened where none is named */
export function openTo(
  origins: readonly string[],
  server: FastifyInstance,
  methods: MethodTable,
): void {
  if (origins.length === 0) return;
  const named = new Set(origins);
  const isOpen = ({ url, headers }: FastifyRequest): boolean =>
    url.startsWith(opened) && named.has(headers.origin ?? '');
  server.addHook('onRequest', (request, reply, done) => {
    const answered = methods.allowedFor(request.url);
    const isAsking = request.headers['access-control-request-method'] !== undefined;
    if (request.method !== 'OPTIONS' || !isAsking || !isOpen(request) || answered.length === 0) {
      done();
      return;
    }
    void reply.status(204).headers({
      'access-control-allow-methods': answered.join(', '),
      'access-control-allow-headers': allowedHeaders,
      'access-control-max-age': remembered,
      'cache-control': 'no-store',
    });
    void reply.send();
  });
  // As it leaves, for whatever answers may have named other headers that it varies with.
  server.addHook('onSend', (request, reply, _payload, done) => {
    if (request.url.startsWith(opened)) varyWithOrigin(reply);
    if (isOpen(request)) {
      void reply.headers({
        'access-control-allow-origin': request.headers.origin,
        'access-control-expose-headers': exposedHeaders,
      });
    }
    done();
  });
}

function varyWithOrigin(reply: FastifyReply): void {
  const already = [reply.getHeader('vary') ?? []].flat().map(String);
  void reply.header('vary', [...already, 'origin'].join(', '));
}
