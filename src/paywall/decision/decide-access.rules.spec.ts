import { describe, expect, it } from 'vitest';
import type { Gate } from '../../articles/article.js';
import type { MembershipState } from '../../memberships/membership.js';
import {
  type Asker,
  type Known,
  type MembershipStanding,
  type MeterStanding,
  decideAccess,
} from './decide-access.rules.js';

const article = (gate: Gate, ...planIds: string[]) => ({ gate, planIds });

const stranger: Asker = { isSignedIn: false, isStaff: false, maySpend: true };
const signedIn: Asker = { ...stranger, isSignedIn: true };
const editor: Asker = { ...signedIn, isStaff: true };
const looking = { maySpend: false };

const none: MembershipStanding = { state: 'none', access: false, planId: null };
const pro: MembershipStanding = { state: 'active', access: true, planId: 'pro' };
const fresh: MeterStanding = { limit: 3, used: 0, hasRead: false, isHeldBack: false };
const empty: MeterStanding = { ...fresh, used: 3 };
const nothing: Known = { institution: false, crawler: false, gift: null };
const liveGift = { isLive: true, hasOpened: false };

const granted = (via: string, spends: string | null = null) => ({ granted: true, via, spends });
const denied = (denial: string) => ({ granted: false, denial });
const walled = ['registered', 'metered', 'members'] as const;

describe('a public article', () => {
  it.each([stranger, signedIn, editor])('is read by everybody, without a look at her', (asker) => {
    expect(decideAccess(article('public'), asker, {})).toEqual(granted('public'));
  });
});

describe('what must be known', () => {
  it('is asked one thing after the other, what a reader has to spend last', () => {
    const asked: string[] = [];
    let known: Known = {};
    const answers: Known = { ...nothing, membership: none, meter: fresh };
    for (;;) {
      const verdict = decideAccess(article('metered'), signedIn, known);
      if (!('asks' in verdict)) break;
      asked.push(verdict.asks);
      known = { ...known, [verdict.asks]: answers[verdict.asks] };
    }
    expect(asked).toEqual(['membership', 'institution', 'crawler', 'gift', 'meter']);
  });

  it('is nothing of a membership for a stranger, and nothing of the meter for a members article', () => {
    expect(decideAccess(article('members'), stranger, {})).toEqual({ asks: 'institution' });
    expect(decideAccess(article('members'), stranger, nothing)).toEqual(denied('sign-in-required'));
  });

  it.each(walled)('is nothing at all for staff at a %s article', (gate) => {
    expect(decideAccess(article(gate, 'gold'), editor, {})).toEqual(granted('editor'));
  });
});

describe('a stranger', () => {
  it.each(['registered', 'members'] as const)('signs in before a %s article', (gate) => {
    expect(decideAccess(article(gate), stranger, nothing)).toEqual(denied('sign-in-required'));
  });

  it('signs in before a metered article where strangers are given nothing', () => {
    const known = { ...nothing, meter: { ...fresh, limit: 0 } };
    expect(decideAccess(article('metered'), stranger, known)).toEqual(denied('sign-in-required'));
  });

  it('spends her allowance, and is told when it is used up', () => {
    const ask = (meter: MeterStanding) =>
      decideAccess(article('metered'), stranger, { ...nothing, meter });
    expect(ask(fresh)).toEqual(granted('meter', 'meter'));
    expect(ask(empty)).toEqual(denied('meter-exhausted'));
  });

  it('whom nobody can count signs in, unless she has read this one', () => {
    const ask = (meter: MeterStanding) =>
      decideAccess(article('metered'), stranger, { ...nothing, meter });
    expect(ask({ ...fresh, isHeldBack: true })).toEqual(denied('sign-in-required'));
    expect(ask({ ...fresh, isHeldBack: true, hasRead: true })).toEqual(granted('meter'));
  });
});

describe('a registered reader', () => {
  const ask = (gate: Gate, known: Known, asker = signedIn) =>
    decideAccess(article(gate), asker, { ...nothing, membership: none, ...known });

  it('reads what asks for registration', () => {
    expect(decideAccess(article('registered'), signedIn, {})).toEqual(granted('registration'));
  });

  it('needs a membership for what is for members', () => {
    expect(ask('members', {})).toEqual(denied('membership-required'));
  });

  it('spends a unit of her meter on a metered article', () => {
    expect(ask('metered', { meter: fresh })).toEqual(granted('meter', 'meter'));
  });

  it('reads again what she has opened, even when nothing is left', () => {
    expect(ask('metered', { meter: { ...empty, hasRead: true } })).toEqual(granted('meter'));
  });

  it('is shown the teaser when her meter is empty', () => {
    expect(ask('metered', { meter: empty })).toEqual(denied('meter-exhausted'));
  });

  it('spends nothing by looking', () => {
    const asker = { ...signedIn, ...looking };
    expect(ask('metered', { meter: fresh }, asker)).toEqual(denied('meter-exhausted'));
    expect(ask('metered', { meter: { ...fresh, hasRead: true } }, asker)).toEqual(granted('meter'));
  });
});

describe('a member', () => {
  it.each(['metered', 'members'] as const)('reads a %s article by her membership', (gate) => {
    expect(decideAccess(article(gate), signedIn, { membership: pro })).toEqual(
      granted('membership'),
    );
  });

  it('of the right plan reads what is for that plan', () => {
    expect(decideAccess(article('members', 'gold', 'pro'), signedIn, { membership: pro })).toEqual(
      granted('membership'),
    );
  });

  it('of another plan is told so', () => {
    const known = { ...nothing, membership: pro };
    expect(decideAccess(article('members', 'gold'), signedIn, known)).toEqual(
      denied('plan-required'),
    );
  });

  it('whose payment is overdue is told so', () => {
    const membership: MembershipStanding = { ...pro, state: 'suspended', access: false };
    expect(decideAccess(article('members'), signedIn, { ...nothing, membership })).toEqual(
      denied('payment-overdue'),
    );
  });

  it.each(['ended', 'paused', 'blocked'] as const satisfies MembershipState[])(
    'whose membership is %s needs one',
    (state) => {
      const membership: MembershipStanding = { ...pro, state, access: false };
      expect(decideAccess(article('members'), signedIn, { ...nothing, membership })).toEqual(
        denied('membership-required'),
      );
    },
  );
});

describe('an institution', () => {
  it.each(walled)('opens a %s article for a stranger, and nothing is spent', (gate) => {
    expect(
      decideAccess(article(gate, 'gold'), stranger, { institution: true, gift: liveGift }),
    ).toEqual(granted('institution'));
  });
});

describe('a verified crawler', () => {
  it.each(walled)('reads a %s article', (gate) => {
    expect(decideAccess(article(gate), stranger, { institution: false, crawler: true })).toEqual(
      granted('crawler'),
    );
  });
});

describe('a gift', () => {
  const withGift = (gift: Known['gift'], asker = stranger, gate: Gate = 'members') =>
    decideAccess(article(gate), asker, { ...nothing, gift, read: false, meter: fresh });

  it.each(walled)('opens a %s article and spends an opening, not the meter', (gate) => {
    expect(withGift(liveGift, stranger, gate)).toEqual(granted('gift', 'gift'));
  });

  it('opens again for free for whoever has opened it, also when it is used up', () => {
    expect(withGift({ isLive: false, hasOpened: true })).toEqual(granted('gift'));
  });

  it('opens nothing when it is dead', () => {
    expect(withGift({ isLive: false, hasOpened: false })).toEqual(denied('sign-in-required'));
  });

  it('is not spent by looking', () => {
    expect(withGift(liveGift, { ...stranger, ...looking })).toEqual(denied('sign-in-required'));
  });

  it('is left to others by whoever has read the metered article in this window', () => {
    const ask = (known: Known, asker = stranger, gate: Gate = 'metered') =>
      decideAccess(article(gate), asker, { ...nothing, gift: liveGift, ...known });
    expect(ask({})).toEqual({ asks: 'read' });
    expect(ask({ read: true })).toEqual(granted('meter'));
    expect(ask({ read: false })).toEqual(granted('gift', 'gift'));
    expect(ask({}, stranger, 'members')).toEqual(granted('gift', 'gift'));
    expect(ask({}, { ...stranger, ...looking })).toEqual({ asks: 'meter' });
    expect(ask({ gift: { isLive: false, hasOpened: true } })).toEqual(granted('gift'));
    expect(ask({ gift: { isLive: false, hasOpened: false } })).toEqual({ asks: 'meter' });
  });

  it('is left to others by a member', () => {
    expect(decideAccess(article('members'), signedIn, { membership: pro, gift: liveGift })).toEqual(
      granted('membership'),
    );
  });
});
