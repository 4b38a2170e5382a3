import { describe, expect, it } from 'vitest';
import { lineOf, networkAround } from './client-place.rules.js';

describe('The line that somebody comes from', () => {
  it('is an IPv4 address, in whatever clothes it comes', () => {
    for (const client of [
      '203.0.113.7',
      '::ffff:203.0.113.7',
      '::ffff:cb00:7107',
      '203.0.113.7:4711',
    ]) {
      expect(lineOf(client), client).toBe('203.0.113.7/32');
    }
    expect(lineOf('203.0.113.8')).not.toBe(lineOf('203.0.113.7'));
  });

  it('is a whole /64 of IPv6: whoever hops within it stays where she is', () => {
    for (const client of [
      '2001:db8:1:2::1',
      '2001:db8:1:2:ffff:ffff:ffff:ffff',
      '[2001:db8:1:2::9]:443',
    ]) {
      expect(lineOf(client), client).toBe('2001:db8:1:2::/64');
    }
    expect(lineOf('2001:db8:1:3::1')).not.toBe(lineOf('2001:db8:1:2::1'));
  });

  it('is one for all that have no address', () => {
    for (const client of [null, '', 'unknown', '_hidden', '203.0.113.300']) {
      expect(lineOf(client)).toBe('unknown');
      expect(networkAround(client)).toBe('unknown');
    }
  });
});

describe('The network around an address', () => {
  it.each([
    ['203.0.113.7', '203.0.113.0/24'],
    ['::ffff:203.0.113.250', '203.0.113.0/24'],
    ['2001:db8:1:2::1', '2001:db8:1::/48'],
    ['2001:db8:1:ffff::1', '2001:db8:1::/48'],
    ['fe80::7%eth0', 'fe80::/48'],
  ])('of %s is %s', (client, network) => {
    expect(networkAround(client)).toBe(network);
  });
});
