/** What each request is called in the log: as a trusted proxy calls it, or else by a name of our own. */
import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { BlockList, isIPv6 } from 'node:net';

/** Fastify's names for ranges, as it understands them. */
const ranges: Record<string, readonly string[]> = {
  loopback: ['127.0.0.0/8', '::1/128'],
  linklocal: ['169.254.0.0/16', 'fe80::/10'],
  uniquelocal: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'],
};

/** Nothing that could be taken for anything else in a log. */
const wellFormed = /^[\w.-]{1,64}$/;

/**
 * @param trusted addresses, ranges and names of ranges, as TRUST_PROXY has them
 * @returns for Fastify, which asks once a request
 */
export function requestIds(trusted: readonly string[]): (request: IncomingMessage) => string {
  const proxies = listOf(trusted);
  // Unique beyond this process; counted on, because chance costs more than all the rest.
  const ours = randomBytes(6).toString('base64url');
  let last = 0;
  return ({ headers, socket }) => {
    const told = headers['x-request-id'];
    const isTold = typeof told === 'string' && wellFormed.test(told);
    if (isTold && proxies !== null && holds(proxies, socket.remoteAddress ?? '')) return told;
    last += 1;
    return `${ours}-${last.toString(36)}`;
  };
}

function listOf(trusted: readonly string[]): BlockList | null {
  if (trusted.length === 0) return null;
  const list = new BlockList();
  for (const entry of trusted.flatMap((each) => ranges[each] ?? [each])) {
    const [address = '', prefix] = entry.split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    list.addSubnet(address, Number(prefix ?? (family === 'ipv6' ? 128 : 32)), family);
  }
  return list;
}

function holds(list: BlockList, remote: string): boolean {
  const address = remote.replace(/^::ffff:(?=\d+\.)/, '');
  return list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}
