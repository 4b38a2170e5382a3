/** Readers that are made up, to see an article as they would. */
import type { MembershipState } from '../../memberships/membership.js';
import type { Asker, Known, MembershipStanding } from './decide-access.rules.js';

export const madeUpKinds = [
  'stranger',
  'registered',
  'trial',
  'member',
  'other-plan',
  'lapsed',
  'overdue',
  'paused',
  'staff',
] as const;
export type MadeUpKind = (typeof madeUpKinds)[number];

/** Somebody before an article, with all that a decision may ask of her. */
export interface ReaderInQuestion {
  /** As a sentence begins. */
  readonly who: string;
  readonly asker: Asker;
  readonly known: Known;
}

const inWords: Record<MadeUpKind, string> = {
  stranger: 'A stranger',
  registered: 'A registered reader without a membership',
  trial: 'A member in her trial',
  member: 'A member',
  'other-plan': 'A member of another plan',
  lapsed: 'A reader whose membership has ended',
  overdue: 'A reader whose payment is overdue',
  paused: 'A reader whose membership is paused',
  staff: 'An editor',
};

/**
 * She comes with nothing in hand and her whole allowance.
 * @param planIds those that the article is narrowed to
 * @param limits metered articles in a window
 */
export function madeUpReader(
  kind: MadeUpKind,
  planIds: readonly string[],
  limits: { anonymousLimit: number; registeredLimit: number },
): ReaderInQuestion {
  const membership = membershipOf(kind, planIds);
  const limit = membership === null ? limits.anonymousLimit : limits.registeredLimit;
  return {
    who: inWords[kind],
    asker: { isSignedIn: membership !== null, isStaff: kind === 'staff', maySpend: true },
    known: {
      ...(membership === null ? {} : { membership }),
      institution: false,
      crawler: false,
      gift: null,
      meter: { limit, used: 0, hasRead: false, isHeldBack: false },
    },
  };
}

/** @returns null for who is not signed in */
function membershipOf(kind: MadeUpKind, planIds: readonly string[]): MembershipStanding | null {
  const right = planIds[0] ?? 'any plan';
  const of = (state: MembershipState, access: boolean, planId: string | null = right) => ({
    state,
    access,
    planId,
  });
  switch (kind) {
    case 'stranger':
      return null;
    case 'registered':
    case 'staff':
      return of('none', false, null);
    case 'trial':
      return of('trialing', true);
    case 'member':
      return of('active', true);
    case 'other-plan':
      return of('active', true, 'another plan');
    case 'lapsed':
      return of('ended', false);
    case 'overdue':
      return of('suspended', false);
    case 'paused':
      return of('paused', false);
  }
}
