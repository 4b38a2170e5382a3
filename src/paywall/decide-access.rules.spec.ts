import { describe, expect, it } from 'vitest';
import type { Gate } from '../articles/article.js';
import type { MembershipState } from '../memberships/membership.js';
import {
  type MeterStanding,
  type ReaderStanding,
  asksMeter,
  decideAccess,
} from './decide-access.rules.js';

const article = (gate: Gate, ...planIds: string[]) => ({ gate, planIds });

const registered: ReaderStanding = { isStaff: false, state: 'none', access: false, planId: null };
const member: ReaderStanding = { isStaff: false, state: 'active', access: true, planId: 'pro' };
const editor: ReaderStanding = { ...registered, isStaff: true };
const fresh: MeterStanding = { limit: 3, used: 0, hasRead: false };

const granted = (via: string) => ({ granted: true, via, spends: false });
const denied = (denial: string) => ({ granted: false, denial });

describe('a public article', () => {
  it.each([null, registered, member, editor])('is read by everybody', (reader) => {
    expect(decideAccess(article('public'), reader, null)).toEqual(granted('public'));
  });
});

describe('a stranger', () => {
  it.each(['registered', 'metered', 'members'] as const)('signs in before a %s article', (gate) => {
    expect(decideAccess(article(gate), null, null)).toEqual(denied('sign-in-required'));
  });
});

describe('a registered reader', () => {
  it('reads what asks for registration', () => {
    expect(decideAccess(article('registered'), registered, null)).toEqual(granted('registration'));
  });

  it('needs a membership for what is for members', () => {
    expect(decideAccess(article('members'), registered, null)).toEqual(
      denied('membership-required'),
    );
  });

  it('spends a unit of her meter on a metered article', () => {
    expect(decideAccess(article('metered'), registered, fresh)).toEqual({
      granted: true,
      via: 'meter',
      spends: true,
    });
  });

  it('reads again what she has opened, even when nothing is left', () => {
    const empty = { limit: 3, used: 3, hasRead: true };
    expect(decideAccess(article('metered'), registered, empty)).toEqual(granted('meter'));
  });

  it('is shown the teaser when her meter is empty', () => {
    const empty = { limit: 3, used: 3, hasRead: false };
    expect(decideAccess(article('metered'), registered, empty)).toEqual(denied('meter-exhausted'));
  });

  it('is granted nothing by a meter that was not asked', () => {
    expect(decideAccess(article('metered'), registered, null)).toEqual(denied('meter-exhausted'));
  });
});

describe('a member', () => {
  it.each(['metered', 'members'] as const)('reads a %s article by her membership', (gate) => {
    expect(decideAccess(article(gate), member, null)).toEqual(granted('membership'));
  });

  it('of the right plan reads what is for that plan', () => {
    expect(decideAccess(article('members', 'gold', 'pro'), member, null)).toEqual(
      granted('membership'),
    );
  });

  it('of another plan is told so', () => {
    expect(decideAccess(article('members', 'gold'), member, null)).toEqual(denied('plan-required'));
  });

  it('whose payment is overdue is told so', () => {
    const overdue: ReaderStanding = { ...member, state: 'suspended', access: false };
    expect(decideAccess(article('members'), overdue, null)).toEqual(denied('payment-overdue'));
  });

  it.each(['ended', 'paused', 'blocked'] as const satisfies MembershipState[])(
    'whose membership is %s needs one',
    (state) => {
      const former: ReaderStanding = { ...member, state, access: false };
      expect(decideAccess(article('members'), former, null)).toEqual(denied('membership-required'));
    },
  );
});

describe('staff', () => {
  it.each(['registered', 'metered', 'members'] as const)('read a %s article', (gate) => {
    expect(decideAccess(article(gate, 'gold'), editor, null)).toEqual(granted('editor'));
  });
});

describe('the meter', () => {
  it('is asked for a registered reader of a metered article only', () => {
    expect(asksMeter(article('metered'), registered)).toBe(true);
    expect(asksMeter(article('metered'), member)).toBe(false);
    expect(asksMeter(article('metered'), editor)).toBe(false);
    expect(asksMeter(article('metered'), null)).toBe(false);
    expect(asksMeter(article('members'), registered)).toBe(false);
  });
});
