/** An address has one spelling: what may stand plainly in it is not encoded, and digits of a code are capitals. */
import type { FastifyInstance } from 'fastify';
import { notFound } from './problem.js';

/** Two addresses of one thing would be two entries of every cache, and two to forget when one is purged. */
export function demandOneSpelling(server: FastifyInstance): void {
  server.addHook('onRequest', (request, _reply, done) => {
    done(isSpeltPlainly(request.url) ? undefined : notFound());
  });
}

/** @param url an address with its query, whose own spelling is free */
export function isSpeltPlainly(url: string): boolean {
  const end = url.indexOf('?');
  const path = end < 0 ? url : url.slice(0, end);
  if (!path.includes('%')) return true;
  return [...path.matchAll(/%([\da-f]{2})/gi)].every(([, code = '']) => {
    const letter = String.fromCharCode(Number.parseInt(code, 16));
    return code === code.toUpperCase() && !/[\w.~-]/.test(letter);
  });
}
