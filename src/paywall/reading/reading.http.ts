/** How a reading travels over HTTP: what may be cached, and which requests are nobody reading. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { longestShared, sharedFor } from '../../platform/http/shared-answers.js';

/** HEAD and prefetch look at an article without reading it. */
export function isReading(request: FastifyRequest): boolean {
  const purpose = request.headers['sec-purpose'] ?? request.headers['purpose'] ?? '';
  return request.method !== 'HEAD' && !String(purpose).includes('prefetch');
}

/**
 * What a stranger gets is the same for all of them and may be kept; what depends on who reads may not.
 * @param isShared whether every stranger gets these very bytes
 * @param identifies the headers that tell who reads: `Authorization`, or `Cookie` on the site
 * @param seconds for which they stay the same
 */
export function allowCaching(
  reply: FastifyReply,
  isShared: boolean,
  identifies: 'Authorization, Cookie' | 'Cookie',
  seconds = longestShared,
): void {
  void reply.header('vary', identifies);
  void reply.header('cache-control', isShared ? sharedFor(seconds) : 'private, no-store');
}
