/** What an institution may be made of, and whom it opens the paper to. */
import {
  type Address,
  type Network,
  inWords,
  isTooWide,
  liesIn,
  networkOf,
  widest,
} from '../../platform/networks/network.rules.js';
import { normaliseHost } from '../../users/email-address.rules.js';
import type { InstitutionDraft } from './institution.js';

/** An institution, its networks read. */
export interface Opening {
  readonly networks: readonly Network[];
  readonly emailDomains: readonly string[];
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** What of a visit an institution is known by. */
export interface Origin {
  /** null where it cannot be read */
  readonly address: Address | null;
  /** Of the reader's proven address; null for a stranger. */
  readonly emailDomain: string | null;
}

export function opensTo(
  institution: Opening,
  { address, emailDomain }: Origin,
  now: Date,
): boolean {
  const { networks, emailDomains } = institution;
  if (!isOpen(institution, now)) return false;
  if (address !== null && networks.some((network) => liesIn(address, network))) return true;
  return emailDomain !== null && emailDomains.includes(emailDomain);
}

/** Whether it opens the paper to whoever signs in with an address of its own. */
export const admitsAddresses = (institution: Opening, now: Date): boolean =>
  institution.emailDomains.length > 0 && isOpen(institution, now);

const isOpen = ({ startsAt, endsAt }: Opening, now: Date): boolean =>
  now >= startsAt && now < endsAt;

/** What stands behind the @. */
export const domainOf = (email: string): string =>
  tidyDomain(email.slice(email.lastIndexOf('@') + 1));

const tidyDomain = (text: string): string =>
  normaliseHost(text.normalize('NFC').trim().toLowerCase());

/** Whoever could register an address there would read for nothing. */
const openToAnybody = new Set([
  'aol.com',
  'fastmail.com',
  'free.fr',
  'gmail.com',
  'gmx.com',
  'gmx.de',
  'gmx.net',
  'googlemail.com',
  'hey.com',
  'hotmail.com',
  'icloud.com',
  'live.com',
  'mac.com',
  'mail.com',
  'mail.ru',
  'mailbox.org',
  'me.com',
  'msn.com',
  'orange.fr',
  'outlook.com',
  'pm.me',
  'posteo.de',
  'proton.me',
  'protonmail.com',
  'qq.com',
  't-online.de',
  'tutanota.com',
  'web.de',
  'yahoo.com',
  'yandex.com',
  'yandex.ru',
  'ymail.com',
  'zoho.com',
  '163.com',
]);

const domain =
  /^(?=.{4,253}$)([\p{L}\p{N}]([\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+\p{L}[\p{L}\p{N}-]*[\p{L}\p{N}]$/u;

export interface Fault {
  readonly field: 'networks' | 'emailDomains' | 'endsAt';
  readonly message: string;
}

/** The draft as it is kept, or all that is wrong with it. */
export function judgeDraft(
  draft: InstitutionDraft,
): { draft: InstitutionDraft; faults: null } | { draft: null; faults: readonly Fault[] } {
  const networks = draft.networks.map((text) => ({ text, network: networkOf(text) }));
  const emailDomains = draft.emailDomains.map(tidyDomain);
  const faults = [
    ...networks.flatMap(({ text, network }) => faultOfNetwork(text, network)),
    ...emailDomains.flatMap(faultOfDomain),
    ...(networks.length + emailDomains.length === 0 ? [nobody] : []),
    ...(draft.endsAt > draft.startsAt ? [] : [endsBeforeItStarts]),
  ];
  if (faults.length > 0) return { draft: null, faults };
  const kept = networks.flatMap(({ network }) => (network === null ? [] : [inWords(network)]));
  return {
    draft: {
      ...draft,
      name: draft.name.trim(),
      networks: [...new Set(kept)],
      emailDomains: [...new Set(emailDomains)],
    },
    faults: null,
  };
}

const nobody: Fault = {
  field: 'networks',
  message: 'name a network or an e-mail domain: without either nobody comes through it',
};

const endsBeforeItStarts: Fault = { field: 'endsAt', message: 'must be after startsAt' };

function faultOfNetwork(text: string, network: Network | null): Fault[] {
  const shown = JSON.stringify(text);
  if (network === null) {
    const message = `${shown} is neither an address nor a range like 203.0.113.0/24 or 2001:db8::/32`;
    return [{ field: 'networks', message }];
  }
  if (!isTooWide(network)) return [];
  const message = `${shown} is wider than a /${widest[network.family]}, which no institution has`;
  return [{ field: 'networks', message }];
}

function faultOfDomain(name: string): Fault[] {
  const shown = JSON.stringify(name);
  if (!domain.test(name)) {
    return [{ field: 'emailDomains', message: `${shown} is no domain like library.example` }];
  }
  if (!openToAnybody.has(name)) return [];
  const message = `${shown} gives addresses to anybody, so it would open everything to everybody`;
  return [{ field: 'emailDomains', message }];
}
