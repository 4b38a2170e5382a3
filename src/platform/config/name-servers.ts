/** What may be said of name servers: addresses, perhaps with a port. */
import { isIP } from 'node:net';
import { ValidateBy } from 'class-validator';

/** `192.0.2.53`, `192.0.2.53:5353`, `2001:db8::53` or `[2001:db8::53]:5353`. */
function isNameServer(entry: unknown): boolean {
  if (typeof entry !== 'string') return false;
  const [, bracketed, plain, port] =
    /^(?:\[([^\]]+)\]|([^:[\]]+))(?::(\d{1,5}))?$/.exec(entry) ?? [];
  const isPort = port === undefined || (Number(port) > 0 && Number(port) < 65_536);
  if (bracketed !== undefined) return isIP(bracketed) === 6 && isPort;
  return plain === undefined ? isIP(entry) === 6 : isIP(plain) === 4 && isPort;
}

export const AreNameServers = () =>
  ValidateBy({
    name: 'areNameServers',
    validator: {
      validate: (entries: unknown) => Array.isArray(entries) && entries.every(isNameServer),
      defaultMessage: () =>
        'must hold addresses like 192.0.2.53, 192.0.2.53:5353 or [2001:db8::53]:5353',
    },
  });
