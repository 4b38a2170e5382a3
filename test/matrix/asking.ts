/** Asks at a door as one of the people, and tells from the answer what the door did. */
import type { Row } from '../architecture/matrix-rows.js';
import type { Arrived } from '../leaks/wire.js';
import { bodies } from './fillings.js';
import type { MatrixTown, Resident } from './matrix-town.js';

/** What they who are no browsers ask. */
const isForPrograms = (address: string): boolean => /^\/(api|webhooks|health|dev)\//.test(address);

/** Programs of ours that run in a browser: what they ask here, they ask with its cookie. */
const takesCookie = (address: string): boolean => address === '/api/v1/auth/session-token';

/** Where somebody knocks: a route, or one that is like it. */
export type Door = Pick<Row, 'method' | 'address'>;

export async function askAt(
  { wire }: MatrixTown,
  { method, address }: Door,
  target: string,
  as: Resident | null,
): Promise<Arrived> {
  const headers: Record<string, string> = isForPrograms(address)
    ? {
        accept: 'application/json',
        ...(as === null ? {} : proofOf(as, address)),
      }
    : { accept: 'text/html', ...(as === null ? {} : { cookie: as.cookie }) };
  if (method === 'GET' || method === 'HEAD') return wire.send(method, target, headers);
  headers['sec-fetch-site'] = 'same-origin';
  // Whoever overwrites on purpose is let through to the question whether she may.
  headers['if-match'] = '*';
  headers['content-type'] = isForPrograms(address)
    ? 'application/json'
    : 'application/x-www-form-urlencoded';
  const said = bodies[`${method} ${address}`] ?? {};
  const body = isForPrograms(address)
    ? JSON.stringify(said)
    : new URLSearchParams(Object.entries(said)).toString();
  headers['content-length'] = String(Buffer.byteLength(body));
  return wire.send(method, target, headers, body);
}

const proofOf = (as: Resident, address: string): Record<string, string> =>
  takesCookie(address) ? { cookie: as.cookie } : { authorization: `Bearer ${as.token}` };

/** What only those may read who are granted the whole of an article. */
const behindTheWall = 'behind the wall';

/** @returns the matrix's word for what the door did; `in` for whatever happens behind it */
export function outcomeOf({ door }: Row, { status, headers, body }: Arrived): string {
  if (status === 401 || status === 403 || status === 404) return String(status);
  if (status >= 500) return `a failure, ${status}`;
  if (/^\/(sign-in|join)\b/.test(headers.location ?? '')) return 'sign-in';
  if (door !== 'membersText' && door !== 'membersPage') return 'in';
  return body.includes(behindTheWall) ? 'in' : 'teaser';
}

/** Where two whole answers first differ, the date aside; nothing where they are the same, byte for byte. */
export function differencesOf(theirs: Arrived, nobodys: Arrived): string[] {
  const [left, right] = [linesOf(theirs), linesOf(nobodys)];
  const at = left.findIndex((line, place) => line !== right[place]);
  return at < 0 ? [] : [`${left[at]} / ${right[at]}`];
}

function linesOf({ status, head, body }: Arrived): string[] {
  return [String(status), ...head.replace(/^date\n.*$/im, '').split('\n'), body];
}
