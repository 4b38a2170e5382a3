/** How a reading travels over HTTP: what may be cached, and which requests are nobody reading. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Reader } from '../users/reader.js';

/** HEAD and prefetch look at an article without reading it. */
export function isReading(request: FastifyRequest): boolean {
  const purpose = request.headers['sec-purpose'] ?? request.headers['purpose'] ?? '';
  return request.method !== 'HEAD' && !String(purpose).includes('prefetch');
}

/** Seconds a shared cache may keep what every stranger gets. */
const shared = 60;

/**
 * What a stranger gets is the same for all of them and may be kept; what depends on who reads may not.
 * @param identifies the header that tells who reads: `Authorization`, or `Cookie` on the site
 */
export function allowCaching(
  reply: FastifyReply,
  reader: Reader | null,
  identifies: 'Authorization' | 'Cookie',
): void {
  void reply.header('vary', identifies);
  void reply.header(
    'cache-control',
    reader === null ? `public, max-age=0, s-maxage=${shared}` : 'private, no-store',
  );
}
