/** Networks against Node's own idea of them, over random addresses of both families. */
import { BlockList, isIP } from 'node:net';
import { describe, expect, it } from 'vitest';
import { addressAlone, addressOf, inWords, liesIn, networkOf } from './network.rules.js';

/** The same numbers at every run. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const any = numbersFrom(20_261_123);

const someIpv4 = (): string => Array.from({ length: 4 }, () => any(256)).join('.');

/** With zeros in it as often as not, and shortened sometimes. */
function someIpv6(): string {
  const groups = Array.from({ length: 8 }, () => (any(2) === 0 ? 0 : any(65_536)).toString(16));
  if (any(2) === 0) return groups.join(':');
  const [from, length] = [any(7), 1 + any(2)];
  return `${groups.slice(0, from).join(':')}::${groups.slice(from + length).join(':')}`;
}

/** An address near another one, so that it lies in its network as often as not. */
function near(address: string): string {
  const network = networkOf(address);
  if (network === null) throw new Error(`${address} is no address.`);
  const base = network.base ^ (1n << BigInt(any(network.prefix)));
  return inWords({ ...network, base }).split('/')[0] ?? '';
}

describe('An address lies in a network', () => {
  it.each([
    ['ipv4', someIpv4, 32],
    ['ipv6', someIpv6, 128],
  ] as const)('of %s whenever Node says so', (family, some, longest) => {
    let inside = 0;
    for (let run = 0; run < 2_000; run += 1) {
      const [base, prefix] = [some(), any(longest + 1)];
      const [address] = [any(4) === 0 ? some() : near(base)];
      const list = new BlockList();
      list.addSubnet(base, prefix, family);
      const network = networkOf(`${base}/${prefix}`);
      const read = addressOf(address);
      if (network === null || read === null) throw new Error(`${base}/${prefix} or ${address}`);
      // Node lets an IPv6 network hold IPv4 addresses in IPv6's clothes; here these are IPv4.
      if (family === 'ipv6' && read.family === 4) continue;
      const expected = list.check(address, family);
      expect(liesIn(read, network), `${address} in ${base}/${prefix}`).toBe(expected);
      if (expected) inside += 1;
    }
    expect(inside).toBeGreaterThan(500);
  });

  it('of its own family alone', () => {
    const everything = networkOf('::/0');
    const address = addressOf('203.0.113.7');
    expect(everything && address && liesIn(address, everything)).toBe(false);
  });

  it('of IPv4 in whatever clothes it comes', () => {
    const network = networkOf('203.0.113.0/24');
    for (const text of ['203.0.113.7', '::ffff:203.0.113.7', '::FFFF:cb00:7107']) {
      const address = addressOf(text);
      expect(address && network && liesIn(address, network), text).toBe(true);
    }
    expect(networkOf('::ffff:203.0.113.0/120')).toEqual(network);
  });
});

describe('What is written', () => {
  it('is an address exactly when Node says so', () => {
    const signs = [...'0123456789abcdefg:.', '::', '1.2.3.4', ':0'];
    const spoil = (text: string): string => {
      const at = any(text.length + 1);
      return text.slice(0, at) + (signs[any(signs.length)] ?? '') + text.slice(at + any(3));
    };
    for (let run = 0; run < 4_000; run += 1) {
      const text = spoil(any(2) === 0 ? someIpv4() : someIpv6());
      expect(addressOf(text) !== null, text).toBe(isIP(text) !== 0);
    }
  });

  it('is a network in one way, and read back is the same', () => {
    for (let run = 0; run < 1_000; run += 1) {
      const network = networkOf(
        any(2) === 0 ? `${someIpv4()}/${any(33)}` : `${someIpv6()}/${any(129)}`,
      );
      if (network === null) throw new Error('This is a network.');
      const written = inWords(network);
      expect(networkOf(written)).toEqual(network);
      const [address = ''] = written.split('/');
      // The browser's way to write an address, which is RFC 5952's.
      if (network.family === 6)
        expect(new URL(`http://[${address}]/`).hostname).toBe(`[${address}]`);
    }
  });

  it.each([
    ['203.0.113.77/24', '203.0.113.0/24'],
    ['203.0.113.7', '203.0.113.7/32'],
    ['2001:DB8:0:0:0:0:0:1', '2001:db8::1/128'],
    ['2001:db8::/32', '2001:db8::/32'],
    ['::/0', '::/0'],
    ['1:0:0:2:0:0:0:3/128', '1:0:0:2::3/128'],
    ['::ffff:10.1.2.3/104', '10.0.0.0/8'],
  ])('as %s is kept as %s', (written, kept) => {
    const network = networkOf(written);
    expect(network && inWords(network)).toBe(kept);
  });

  it.each([
    '',
    'library.example',
    '203.0.113.0/33',
    '203.0.113/24',
    '203.0.113.0/24/8',
    '203.0.113.0/-1',
    '203.0.113.0/ 24',
    '203.0.113.00/24',
    '0x7f.0.0.1',
    '2001:db8::/129',
    '2001:db8:::/32',
    'fe80::1%eth0/64',
    '1.2.3.4::/16',
  ])('as %j is no network', (text) => {
    expect(networkOf(text)).toBeNull();
  });
});

describe('An address in the words of a proxy', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['203.0.113.7:51234', '203.0.113.7'],
    ['::ffff:203.0.113.7:51234', '::ffff:203.0.113.7'],
    ['2001:db8::7', '2001:db8::7'],
    ['[2001:db8::7]', '2001:db8::7'],
    ['[2001:db8::7]:443', '2001:db8::7'],
    ['fe80::7%eth0', 'fe80::7'],
    ['[fe80::7%eth0]:443', 'fe80::7'],
  ])('%s stands without port, brackets and zone', (written, alone) => {
    expect(addressAlone(written)).toBe(alone);
    expect(addressOf(addressAlone(written))).not.toBeNull();
  });

  it.each(['', 'unknown', '_hidden', '203.0.113.7:', '[203.0.113.7', '203.0.113.7:x', '1.2.3:4'])(
    '%j is none',
    (written) => {
      expect(addressOf(addressAlone(written))).toBeNull();
    },
  );
});
