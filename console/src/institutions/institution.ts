/** An institution as the API tells staff of it. */
import { countOf } from '../words/numbers.js';

export interface Institution {
  id: string;
  name: string;
  /** Ranges like `203.0.113.0/24`, or single addresses. */
  networks: string[];
  /** What stands behind the @ of its people's addresses. */
  emailDomains: string[];
  startsAt: string;
  /** The first instant at which it opens nothing any more. */
  endsAt: string;
}

/** Like `2 networks and 1 domain`. */
export function waysIn({ networks, emailDomains }: Institution): string {
  return [
    ...(networks.length > 0 ? [countOf(networks.length, 'network')] : []),
    ...(emailDomains.length > 0 ? [countOf(emailDomains.length, 'domain')] : []),
  ].join(' and ');
}

/** By the browser's own clock, which is near enough for a word in a list. */
export function standsNow({ startsAt, endsAt }: Institution): 'comes' | 'reads' | 'ended' {
  const now = performance.timeOrigin + performance.now();
  if (now < Date.parse(startsAt)) return 'comes';
  return now < Date.parse(endsAt) ? 'reads' : 'ended';
}
