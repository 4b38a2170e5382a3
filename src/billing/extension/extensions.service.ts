/** Lets a membership go on until a date, for an admin and without a charge: at Stripe first, then in our books. */
import { Injectable } from '@nestjs/common';
import { ComplimentaryMemberships } from '../../memberships/complimentary.service.js';
import { type ExtensionDecision, canExtend } from '../../memberships/extension.rules.js';
import type { Membership } from '../../memberships/membership.js';
import { MembershipKeeper } from '../../memberships/membership-keeper.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { BillingAccount } from '../billing-account.service.js';
import { isStripeRefusal } from '../billing.errors.js';
import { ExtensionsAtStripe } from './extensions-at-stripe.service.js';
import { cannotExtend } from './extension.errors.js';

/** What was moved, from when to when. */
export interface Extension {
  membershipId: string;
  moved: 'end' | 'trial' | 'next-bill';
  from: Date;
  until: Date;
}

type Granted = Extract<ExtensionDecision, { from: Date }>;

@Injectable()
export class Extensions {
  constructor(
    private readonly keeper: MembershipKeeper,
    private readonly complimentary: ComplimentaryMemberships,
    private readonly atStripe: ExtensionsAtStripe,
    private readonly account: BillingAccount,
    private readonly clock: Clock,
  ) {}

  /**
   * @param until to the second, for Stripe knows no smaller time
   * @param tell writes down what was done
   * Where it ends then already, nothing is done or told.
   * @throws Problem 409 `memberships/…` that says what stands in the way, 422, 503 when Stripe cannot be reached
   */
  async extend(
    userId: string,
    until: Date,
    tell: (extension: Extension) => Promise<void>,
  ): Promise<void> {
    // What Stripe says now counts: a renewal or a cancellation may not have come to us yet.
    await this.account.sync(userId);
    const judged = await this.judge(userId, until);
    if (judged === null) return;
    const { membership, decision } = judged;
    const { moves: moved, from } = decision;
    const told = () => tell({ membershipId: membership.id, moved, from, until });
    if (moved === 'end') {
      if (!(await this.complimentary.prolong(membership, until, told))) {
        throw cannotExtend('nothing-runs');
      }
      return;
    }
    await this.atStripe.move(membership.id, moved, until).catch(async (error: unknown) => {
      if (!isStripeRefusal(error)) throw error;
      // Something has happened to it at Stripe in this moment: then that is what stands in the way.
      await this.account.sync(userId);
      await this.judge(userId, until);
      throw error;
    });
    await told();
    await this.account.sync(userId);
  }

  private async judge(
    userId: string,
    until: Date,
  ): Promise<{ membership: Membership; decision: Granted } | null> {
    const { membership, standing } = await this.keeper.holding(userId);
    const decision = canExtend(membership, standing.state, until, this.clock.now());
    if (!decision.granted) throw cannotExtend(decision.denial);
    if (decision.moves === 'nothing' || membership === null) return null;
    return { membership, decision };
  }
}
