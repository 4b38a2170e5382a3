/** What may be said of trusted proxies, so that a slip is named at the start instead of by Fastify's stack. */
import { isIP } from 'node:net';
import { ValidateBy } from 'class-validator';

/** Fastify's names for ranges: this host, its link, and the private networks. */
const rangeNames = ['loopback', 'linklocal', 'uniquelocal'];

/** An address, an address with a prefix length (`10.0.0.0/8`), or a range by its name. */
function isProxy(entry: unknown): boolean {
  if (typeof entry !== 'string') return false;
  if (rangeNames.includes(entry)) return true;
  const [address = '', prefix, ...rest] = entry.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  // A prefix of 0 would trust everybody who says so; Fastify refuses it, too.
  return prefix === undefined || (/^[1-9]\d{0,2}$/.test(prefix) && +prefix <= bitsOf(family));
}

function bitsOf(family: number): number {
  return family === 4 ? 32 : 128;
}

/** The complaint names every entry that is none. */
export const AreTrustedProxies = () =>
  ValidateBy({
    name: 'areTrustedProxies',
    validator: {
      validate: (entries: unknown) => Array.isArray(entries) && entries.every(isProxy),
      defaultMessage: (complaint) => {
        const entries: unknown = complaint?.value;
        const wrong = Array.isArray(entries) ? entries.filter((entry) => !isProxy(entry)) : [];
        return (
          `must hold addresses, ranges like 10.0.0.0/8, or ${rangeNames.join(', ')}; ` +
          `not ${wrong.map((entry) => JSON.stringify(entry)).join(', ')}`
        );
      },
    },
  });
