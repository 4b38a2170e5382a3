import { describe, expect, it } from 'vitest';
import { inWords } from '../../platform/networks/network.rules.js';
import { readAddressList } from './address-list.rules.js';

const list = (...prefixes: unknown[]): string =>
  JSON.stringify({ creationTime: '2026-11-01T00:00:00.000000', prefixes });

describe('A list of addresses as an engine publishes it', () => {
  it('is read with its IPv4 and IPv6 networks', () => {
    const read = readAddressList(
      list({ ipv6Prefix: '2001:4860:4801:10::/64' }, { ipv4Prefix: '66.249.64.0/27' }),
    );
    expect(read.ok && read.networks.map(inWords)).toEqual([
      '2001:4860:4801:10::/64',
      '66.249.64.0/27',
    ]);
  });

  it.each([
    ['not JSON', 'prefixes'],
    ['null', 'prefixes'],
    ['[]', 'prefixes'],
    ['{"prefixes":{}}', 'prefixes'],
    [list(), 'empty'],
    [list(null), 'null'],
    [list('66.249.64.0/27'), '66.249.64.0/27'],
    [list({ ipv4Prefix: '66.249.64.0/33' }), '/33'],
    [list({ ipv4Prefix: '66.249.64.0/24/8' }), '/24/8'],
    [list({ ipv4Prefix: '0.0.0.0/0' }), '0.0.0.0/0'],
    [list({ ipv4Prefix: '2001:db8::/64' }), '2001:db8::/64'],
    [list({ ipv6Prefix: '66.249.64.0/27' }), '66.249.64.0/27'],
    [list({ ipv6Prefix: '::/0' }), '::/0'],
    [list({ ipv4Prefix: '66.249.64.0/27', ipv6Prefix: '2001:db8::/64' }), 'ipv6Prefix'],
    [list({ ipv4Prefix: 1 }), '1'],
    [list({ network: '66.249.64.0/27' }), 'network'],
  ])('is refused whole where it is none: %s', (text, named) => {
    const read = readAddressList(text);
    expect(read.ok ? 'read' : read.complaint).toContain(named);
  });
});
