/** Addresses of the internet and the networks they lie in, IPv4 and IPv6, as numbers that can be compared. */

type Family = 4 | 6;

export interface Address {
  readonly family: Family;
  readonly value: bigint;
}

/** All addresses that begin with the same bits. */
export interface Network {
  readonly family: Family;
  /** Its first address. */
  readonly base: bigint;
  /** How many bits all of its addresses share. */
  readonly prefix: number;
}

const lengths = { 4: 32, 6: 128 } as const;

/** The fewest bits that the addresses of anybody's own network share: what is wider holds a piece of the world. */
export const widest = { 4: 8, 6: 16 } as const;

/** What `::ffff:203.0.113.7` begins with: an IPv4 address in IPv6's clothes, which counts as IPv4. */
const mapped = { prefix: 96, bits: 0xffffn } as const;

/**
 * What is left of a client's name without what says nothing of where she is: the port that some proxies write behind
 * it, the brackets that it is written in then, and the zone of a link-local address.
 */
export function addressAlone(text: string): string {
  const bracketed = /^\[([^\]]*)\](:\d+)?$/.exec(text)?.[1];
  // Without brackets a port is told from an address by the dots before it.
  const host = bracketed ?? /^(.*\.\d+):\d+$/.exec(text)?.[1] ?? text;
  return host.replace(/%.*$/, '');
}

/** @returns null for what is no address */
export function addressOf(text: string): Address | null {
  const address = read(text);
  if (address === null || address.family === 4 || !isMapped(address)) return address;
  return { family: 4, value: address.value & 0xffff_ffffn };
}

/**
 * A range like `203.0.113.0/24`, or one address. Bits behind the prefix are ignored.
 * @returns null for what is neither
 */
export function networkOf(text: string): Network | null {
  const [written = '', length, ...rest] = text.trim().split('/');
  const address = read(written);
  if (address === null || rest.length > 0) return null;
  const most = lengths[address.family];
  if (length !== undefined && !/^(0|[1-9]\d{0,2})$/.test(length)) return null;
  const prefix = length === undefined ? most : Number(length);
  if (prefix > most) return null;
  const isIpv4 = isMapped(address) && prefix >= mapped.prefix;
  return isIpv4
    ? networkFrom(4, address.value & 0xffff_ffffn, prefix - mapped.prefix)
    : networkFrom(address.family, address.value, prefix);
}

/** The one way to write a network: its first address, shortened where IPv6 may be, and the prefix. */
export function inWords({ family, base, prefix }: Network): string {
  return `${family === 4 ? ipv4InWords(base) : ipv6InWords(base)}/${prefix}`;
}

export function liesIn({ family, value }: Address, network: Network): boolean {
  if (family !== network.family) return false;
  const rest = BigInt(lengths[family] - network.prefix);
  return value >> rest === network.base >> rest;
}

/** Let in by a slip of the pen, it would let in everybody. */
export const isTooWide = ({ family, prefix }: Network): boolean => prefix < widest[family];

function networkFrom(family: Family, value: bigint, prefix: number): Network {
  const rest = BigInt(lengths[family] - prefix);
  return { family, base: (value >> rest) << rest, prefix };
}

const isMapped = ({ family, value }: Address): boolean =>
  family === 6 && value >> 32n === mapped.bits;

function read(text: string): Address | null {
  const family = text.includes(':') ? 6 : 4;
  const value = family === 6 ? ipv6Of(text) : ipv4Of(text);
  return value === null ? null : { family, value };
}

function ipv4Of(text: string): bigint | null {
  const parts = text.split('.');
  const areBytes = parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256);
  if (parts.length !== 4 || !areBytes) return null;
  return parts.reduce((value, part) => (value << 8n) | BigInt(part), 0n);
}

function ipv6Of(text: string): bigint | null {
  const [head = '', tail, ...rest] = text.split('::');
  if (rest.length > 0) return null;
  const front = groupsOf(head, tail === undefined);
  const back = groupsOf(tail ?? '', true);
  if (front === null || back === null) return null;
  const missing = 8 - front.length - back.length;
  // `::` stands for one group of zeros at least.
  if (tail === undefined ? missing !== 0 : missing < 1) return null;
  const groups = [...front, ...Array.from({ length: missing }, () => 0n), ...back];
  return groups.reduce((value, group) => (value << 16n) | group, 0n);
}

/** @param isLast whether an IPv4 address may stand at the end */
function groupsOf(text: string, isLast: boolean): bigint[] | null {
  if (text === '') return [];
  const groups: bigint[] = [];
  const parts = text.split(':');
  for (const [at, part] of parts.entries()) {
    if (/^[\da-f]{1,4}$/i.test(part)) {
      groups.push(BigInt(`0x${part}`));
      continue;
    }
    const ipv4 = isLast && at === parts.length - 1 ? ipv4Of(part) : null;
    if (ipv4 === null) return null;
    groups.push(ipv4 >> 16n, ipv4 & 0xffffn);
  }
  return groups;
}

const ipv4InWords = (value: bigint): string =>
  [24n, 16n, 8n, 0n].map((shift) => String((value >> shift) & 0xffn)).join('.');

/** As RFC 5952 wants it: the longest run of zeros becomes `::`. */
function ipv6InWords(value: bigint): string {
  const groups = Array.from({ length: 8 }, (_, at) =>
    ((value >> BigInt(16 * (7 - at))) & 0xffffn).toString(16),
  ).join(':');
  const runs = [...groups.matchAll(/\b0(:0)+\b/g)].map(([run]) => run);
  const longest = runs.reduce((best, run) => (run.length > best.length ? run : best), '');
  if (longest === '') return groups;
  const at = groups.search(new RegExp(`(^|:)${longest}($|:)`));
  const before = groups.slice(0, at);
  const after = groups.slice(at).replace(new RegExp(`^:?${longest}:?`), '');
  return `${before}::${after}`;
}
