/**
 * Answers that everybody gets alike may be kept by caches, and are known again by a mark made of their own
 * bytes. All others are kept by nobody, and nothing of them can be asked about later.
 */
import { createHash } from 'node:crypto';
import { Header, Logger, applyDecorators } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type SurrogateKey, joined } from '../edge/surrogate-keys.js';

/** Seconds a shared cache may keep an answer at most. */
export const longestShared = 60;

/**
 * For `Cache-Control`: browsers ask every time, shared caches after so many seconds. Where none is left it is kept
 * by nobody: nginx would take a 304 without a lifetime for another round of the one that it has stored.
 */
export const sharedFor = (seconds: number): string =>
  seconds > 0 ? `public, max-age=0, s-maxage=${seconds}` : 'no-store';

/**
 * How many seconds an answer may be kept that the clock alone will change: one less than are left, for caches
 * count whole seconds, and keep an answer through the last of them.
 */
export function secondsShared(now: Date, changesAt: Date | null): number {
  if (changesAt === null) return longestShared;
  const left = Math.floor((changesAt.getTime() - now.getTime()) / 1000);
  return Math.max(0, Math.min(longestShared, left - 1));
}

/** For an answer of `@SharedByAll()` that the clock alone will change. */
export function shareUntil(reply: FastifyReply, now: Date, changesAt: Date | null): void {
  void reply.header('cache-control', sharedFor(secondsShared(now, changesAt)));
}

/** On a public route that answers everybody alike. */
export const SharedByAll = (...madeOf: SurrogateKey[]) =>
  applyDecorators(
    Header('cache-control', sharedFor(longestShared)),
    Header('surrogate-key', joined(madeOf)),
  );

/** Names what an answer is made of; forgotten again where the answer turns out to be for one reader alone. */
export function nameParts(reply: FastifyReply, madeOf: SurrogateKey[]): void {
  void reply.header('surrogate-key', joined(madeOf));
}

/** Adds to what has been named. */
export function nameMoreParts(reply: FastifyReply, madeOf: SurrogateKey[]): void {
  const named = textOf(reply.getHeader('surrogate-key'));
  void reply.header('surrogate-key', [named, ...madeOf].filter(Boolean).join(' '));
}

const versioned = new WeakSet<FastifyReply>();

/** For an answer that no cache keeps: its `ETag` says which version a change may start from, and no more. */
export function markVersion(reply: FastifyReply, mark: string): void {
  versioned.add(reply);
  void reply.header('etag', mark);
}

/** What would let a cache keep an answer, or ask whether it still holds. */
const traces = ['etag', 'last-modified', 'surrogate-key', 'cache-tag'];

/** Must be called after the cookies are taken care of, whose headers are looked at. */
export function watchOverCaching(server: FastifyInstance): void {
  const logger = new Logger('Caching');
  server.addHook('onSend', (request, reply, payload, done) => {
    // Whoever says nothing about caches has not thought of them.
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
    if (isShared(reply) && reply.hasHeader('set-cookie')) {
      // One reader's cookie would be handed to everybody.
      logger.error(`${request.method} ${request.routeOptions.url} shares an answer with a cookie.`);
      void reply.header('cache-control', 'private, no-store');
    }
    if (isShared(reply)) {
      done(null, unlessHeld(request, reply, payload));
      return;
    }
    for (const name of traces) {
      if (name !== 'etag' || !versioned.has(reply)) reply.removeHeader(name);
    }
    done();
  });
}

const isShared = (reply: FastifyReply): boolean =>
  textOf(reply.getHeader('cache-control')).startsWith('public');

/** @returns what is to be sent: nothing for whoever holds these very bytes already */
function unlessHeld(request: FastifyRequest, reply: FastifyReply, payload: unknown): unknown {
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  const bytes = typeof payload === 'string' || Buffer.isBuffer(payload) ? payload : null;
  if (!isRead || reply.statusCode !== 200 || bytes === null) return payload;
  const keys = textOf(reply.getHeader('surrogate-key'));
  if (keys !== '') void reply.header('cache-tag', keys.replaceAll(' ', ','));
  // Who has marked his answer has also compared the mark.
  if (reply.hasHeader('etag')) return payload;
  const mark = markOf(bytes);
  void reply.header('etag', mark);
  if (!holds(request.headers['if-none-match'], mark)) return payload;
  void reply.status(304);
  // Fastify takes the body from an answer to HEAD by itself, and keeps its length.
  return request.method === 'HEAD' ? payload : null;
}

/** A weak one, for it stays true when a proxy compresses what passes. */
function markOf(bytes: string | Buffer): string {
  return `W/"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
}

function holds(ifNoneMatch: string | undefined, mark: string): boolean {
  const opaque = mark.replace('W/', '');
  return (ifNoneMatch ?? '')
    .split(',')
    .map((held) => held.trim().replace(/^W\//, ''))
    .some((held) => held === '*' || held === opaque);
}

function textOf(header: number | string | string[] | undefined): string {
  return header === undefined ? '' : String(header);
}
