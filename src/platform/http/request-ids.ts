/** What each request is called in the log: as a trusted proxy calls it, or else by a name of our own. */
import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { trustedPeers } from './trusted-peers.js';

/** Nothing that could be taken for anything else in a log. */
const wellFormed = /^[\w.-]{1,64}$/;

/**
 * @param trusted addresses, ranges and names of ranges, as TRUST_PROXY has them
 * @returns for Fastify, which asks once a request
 */
export function requestIds(trusted: readonly string[]): (request: IncomingMessage) => string {
  const isTrusted = trustedPeers(trusted);
  // Unique beyond this process; counted on, because chance costs more than all the rest.
  const ours = randomBytes(6).toString('base64url');
  let last = 0;
  return (request) => {
    const told = request.headers['x-request-id'];
    const isTold = typeof told === 'string' && wellFormed.test(told);
    if (isTold && isTrusted(request)) return told;
    last += 1;
    return `${ours}-${last.toString(36)}`;
  };
}
