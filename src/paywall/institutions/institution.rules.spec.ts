import { describe, expect, it } from 'vitest';
import { addressOf, networkOf } from '../../platform/networks/network.rules.js';
import type { InstitutionDraft } from './institution.js';
import { domainOf, judgeDraft, opensTo } from './institution.rules.js';

const startsAt = new Date('2026-11-01T00:00:00.000Z');
const endsAt = new Date('2027-11-01T00:00:00.000Z');
const during = new Date('2027-01-01T00:00:00.000Z');

const library = {
  networks: ['203.0.113.0/24', '2001:db8::/32'].flatMap((text) => networkOf(text) ?? []),
  emailDomains: ['library.example'],
  startsAt,
  endsAt,
};
const from = (address: string) => ({ address: addressOf(address), emailDomain: null });
const withMail = (email: string) => ({ address: null, emailDomain: domainOf(email) });

describe('an institution opens the paper', () => {
  it.each(['203.0.113.0', '203.0.113.255', '::ffff:203.0.113.9', '2001:db8:7::1'])(
    'to whoever comes from its networks, as from %s',
    (address) => expect(opensTo(library, from(address), during)).toBe(true),
  );

  it.each(['203.0.114.0', '::1', '2001:db9::', '', 'unknown', '203.0.113.9, 10.0.0.1'])(
    'not to whoever comes from %j',
    (address) => expect(opensTo(library, from(address), during)).toBe(false),
  );

  it('to whoever has a proven address of its domains, and of none below or beside', () => {
    const opens = (email: string) => opensTo(library, withMail(email), during);
    expect(opens('ada@library.example')).toBe(true);
    expect(opens('ada@LIBRARY.example')).toBe(true);
    expect(opens('"a@b"@library.example')).toBe(true);
    expect(opens('ada@mail.library.example')).toBe(false);
    expect(opens('ada@evil-library.example')).toBe(false);
    expect(opens('library.example@evil.example')).toBe(false);
  });

  it('from its first instant to the one before its end', () => {
    const opens = (instant: Date) => opensTo(library, from('203.0.113.9'), instant);
    expect(opens(new Date(startsAt.getTime() - 1))).toBe(false);
    expect(opens(startsAt)).toBe(true);
    expect(opens(new Date(endsAt.getTime() - 1))).toBe(true);
    expect(opens(endsAt)).toBe(false);
  });
});

const draft: InstitutionDraft = {
  name: ' City Library ',
  networks: ['203.0.113.77/24', '203.0.113.0/24', '2001:DB8:0::1'],
  emailDomains: [
    ' Library.Example',
    'library.example',
    'bücherei.example',
    'xn--bcherei-n2a.example',
  ],
  startsAt,
  endsAt,
};

const faultsOf = (change: Partial<InstitutionDraft>) =>
  judgeDraft({ ...draft, ...change }).faults?.map(({ field, message }) => `${field}: ${message}`);

describe('a draft of an institution', () => {
  it('is kept in one way of writing, each thing once', () => {
    expect(judgeDraft(draft)).toEqual({
      draft: {
        ...draft,
        name: 'City Library',
        networks: ['203.0.113.0/24', '2001:db8::1/128'],
        emailDomains: ['library.example', 'bücherei.example'],
      },
      faults: null,
    });
  });

  it.each([
    ['library.example', 'is neither an address nor a range'],
    ['0.0.0.0/0', 'is wider than a /8'],
    ['12.0.0.0/7', 'is wider than a /8'],
    ['::/0', 'is wider than a /16'],
    ['2000::/15', 'is wider than a /16'],
    ['::ffff:0.0.0.0/96', 'is wider than a /8'],
  ])('with the network %s is refused', (network, why) => {
    expect(faultsOf({ networks: [network] })?.join()).toContain(why);
  });

  it.each(['ada@library.example', 'library', '.example', 'a..example', '*.example', 'x.1', ''])(
    'with the domain %j is refused',
    (name) => expect(faultsOf({ emailDomains: [name] })?.join()).toContain('is no domain'),
  );

  it('with a domain at which anybody has an address is refused', () => {
    expect(faultsOf({ emailDomains: ['GMAIL.com'] })?.join()).toContain('everything to everybody');
  });

  it('that nobody could come through, or that ends before it starts, is refused', () => {
    expect(faultsOf({ networks: [], emailDomains: [], endsAt: startsAt })).toHaveLength(2);
    expect(faultsOf({ networks: [] })).toBeUndefined();
    expect(faultsOf({ emailDomains: [] })).toBeUndefined();
  });

  it('is told of everything that is wrong with it at once', () => {
    expect(faultsOf({ networks: ['x', 'y'], emailDomains: ['z'] })).toHaveLength(3);
  });
});
