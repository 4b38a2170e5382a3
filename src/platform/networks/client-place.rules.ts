/** From where somebody comes, as coarse as it takes to count her: her own line, and the network around it. */
import { type Address, addressAlone, addressOf, inWords } from './network.rules.js';

/**
 * Bits that the addresses of one line share. Whoever has IPv6 has a /64 at least, and may choose among all of its
 * addresses at every request.
 */
const line = { 4: 32, 6: 64 } as const;

/**
 * Bits that the addresses of one network share. A home or a company is given a /48 of IPv6 at most, and no fewer IPv4
 * addresses than a /24 are routed on their own: whoever changes her address stays inside of these.
 */
const network = { 4: 24, 6: 48 } as const;

const lengths = { 4: 32, 6: 128 } as const;

/** What is no address is of one place, or each would be counted by itself. */
const nowhere = 'unknown';

/** The line of a client: an IPv4 address, or the /64 of an IPv6 one. */
export const lineOf = (client: string | null): string => around(client, line);

/** The network that an address lies in: the /24 of IPv4, the /48 of IPv6. */
export const networkAround = (client: string | null): string => around(client, network);

function around(
  client: string | null,
  shared: Readonly<Record<Address['family'], number>>,
): string {
  const address = client === null ? null : addressOf(addressAlone(client));
  if (address === null) return nowhere;
  const { family, value } = address;
  const rest = BigInt(lengths[family] - shared[family]);
  return inWords({ family, base: (value >> rest) << rest, prefix: shared[family] });
}
