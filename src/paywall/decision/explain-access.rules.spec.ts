import { describe, expect, it } from 'vitest';
import { type AccessDecision, type Denial, type Via, decideAccess } from './decide-access.rules.js';
import { type DecidedAccess, explainAccess } from './explain-access.rules.js';
import { madeUpKinds, madeUpReader } from './made-up-reader.rules.js';

const article: DecidedAccess['article'] = {
  status: 'published',
  ownGate: 'members',
  isNarrowed: false,
  gate: 'members',
  gateChangesAt: null,
  isExempt: false,
};
const meter = { limit: 3, used: 1, hasRead: false, isHeldBack: false };
const through = (via: Via): AccessDecision => ({ granted: true, via, spends: null });
const stopped = (denial: Denial): AccessDecision => ({ granted: false, denial });
const said = (decision: AccessDecision, more: Partial<DecidedAccess['article']> = {}) =>
  explainAccess({ who: 'A member', decision, meter, article: { ...article, ...more } });

describe('what lets a reader in is said for', () => {
  const words: Record<Via, string> = {
    public: 'it is open to everybody',
    registration: 'an account is all that it asks for',
    meter: 'it is number 2 of the 3 metered articles of her window',
    membership: 'a membership of any plan opens it',
    gift: 'the gift link in her hand opens it',
    institution: 'her institution opens it',
    crawler: 'a verified search engine is given the whole text',
    editor: 'editors read everything, and an author what she has begun',
  };

  it.each(Object.entries(words))('%s', (via, reason) => {
    expect(said(through(via as Via))).toBe(
      `The gate is "members". A member reads the whole text: ${reason}.`,
    );
  });

  it('a narrowed gate, an article opened again, and an exempt section', () => {
    expect(said(through('membership'), { isNarrowed: true })).toBe(
      'The gate is "members", for members of certain plans. ' +
        'A member reads the whole text: her plan is among those that open it.',
    );
    const again = { ...meter, hasRead: true };
    expect(
      explainAccess({ who: 'She', decision: through('meter'), meter: again, article }),
    ).toContain('opening it again is free');
    expect(said(through('public'), { isExempt: true })).toContain('the meter does not count');
  });
});

describe('what stops a reader is said for', () => {
  const words: Record<Denial, string> = {
    'sign-in-required': 'only members read on, and she is not signed in',
    'membership-required': 'only members read on, and she holds no membership that reads now',
    'plan-required': 'her membership is of a plan that does not open it',
    'meter-exhausted': 'the 3 metered articles of her window are used up',
    'payment-overdue':
      'her payment is overdue and grace is over; paying it opens the article at once',
  };

  it.each(Object.entries(words))('%s', (denial, reason) => {
    expect(said(stopped(denial as Denial))).toBe(
      `The gate is "members". A member sees the public part: ${reason}.`,
    );
  });

  it('signing in, by what the gate asks for', () => {
    expect(said(stopped('sign-in-required'), { ownGate: 'metered' })).toContain(
      'strangers are given no metered articles',
    );
    expect(said(stopped('sign-in-required'), { ownGate: 'registered' })).toContain(
      'it asks for an account',
    );
  });
});

describe('the schedule and the status are told', () => {
  const gateChangesAt = new Date('2026-06-03T12:00:00Z');

  it.each([
    [
      'while it is free',
      { gate: 'public', gateChangesAt },
      'The gate is "members"; it is free for everybody until 2026-06-03T12:00:00.000Z.',
    ],
    [
      'once it is free for good',
      { gate: 'public' },
      'The gate is "members"; it is free for everybody for good.',
    ],
    [
      'before it is free',
      { gateChangesAt },
      'The gate is "members"; from 2026-06-03T12:00:00.000Z on it is free for everybody.',
    ],
  ] as const)('%s', (_, more, sentence) => {
    expect(said(through('membership'), more)).toContain(sentence);
  });

  it.each(['draft', 'unpublished'] as const)('of what is %s', (status) => {
    expect(said(through('membership'), { status })).toMatch(
      /It is not published now: this is how it would be read if it were\.$/,
    );
  });
});

describe('a made-up reader', () => {
  const limits = { anonymousLimit: 0, registeredLimit: 3 };
  const outcomes = (gate: 'registered' | 'metered' | 'members', ...planIds: string[]) =>
    Object.fromEntries(
      madeUpKinds.map((kind) => {
        const { asker, known } = madeUpReader(kind, planIds, limits);
        const verdict = decideAccess({ gate, planIds }, asker, known);
        if ('asks' in verdict) throw new Error(`${kind} is not made up to the end.`);
        return [kind, verdict.granted ? verdict.via : verdict.denial];
      }),
    );

  it('meets a members article as its like would', () => {
    expect(outcomes('members', 'gold')).toEqual({
      stranger: 'sign-in-required',
      registered: 'membership-required',
      trial: 'membership',
      member: 'membership',
      'other-plan': 'plan-required',
      lapsed: 'membership-required',
      overdue: 'payment-overdue',
      paused: 'membership-required',
      staff: 'editor',
    });
    expect(outcomes('members')['other-plan']).toBe('membership');
  });

  it('meets a metered one with her whole allowance', () => {
    expect(outcomes('metered')).toMatchObject({
      stranger: 'sign-in-required',
      registered: 'meter',
      lapsed: 'meter',
      member: 'membership',
    });
    const { asker, known } = madeUpReader('stranger', [], { ...limits, anonymousLimit: 2 });
    expect(decideAccess({ gate: 'metered', planIds: [] }, asker, known)).toMatchObject({
      via: 'meter',
    });
  });
});
