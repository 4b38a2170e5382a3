/** Whose word is taken for what only a proxy of ours may say: what a request is called, and which trace it goes on with. */
import type { IncomingMessage } from 'node:http';
import { BlockList, isIPv6 } from 'node:net';

/** Fastify's names for ranges, as it understands them. */
const ranges: Record<string, readonly string[]> = {
  loopback: ['127.0.0.0/8', '::1/128'],
  linklocal: ['169.254.0.0/16', 'fe80::/10'],
  uniquelocal: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'],
};

/**
 * @param trusted addresses, ranges and names of ranges, as TRUST_PROXY has them
 * @returns whether a request has come straight from one of them
 */
export function trustedPeers(
  trusted: readonly string[],
): (request: Pick<IncomingMessage, 'socket'>) => boolean {
  if (trusted.length === 0) return () => false;
  const proxies = listOf(trusted);
  return ({ socket }) => holds(proxies, socket.remoteAddress ?? '');
}

function listOf(trusted: readonly string[]): BlockList {
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
