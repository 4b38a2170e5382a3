/** Puts together the join page for whoever looks at it. */
import { Injectable } from '@nestjs/common';
import { canBuy } from '../../billing/checkout/can-buy.rules.js';
import { TermsOfSale } from '../../billing/checkout/terms-of-sale.service.js';
import { MembershipKeeper } from '../../memberships/membership-keeper.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { Config } from '../../platform/config/config.js';
import type { Reader } from '../../users/reader.js';
import { Offers } from '../offers.service.js';
import type { Visit } from '../page-frames.service.js';
import type { JoinPageProps } from './join-page.props.js';

/** What she came with, or has tried just now, and what went wrong with it in words. */
export type Attempt = Pick<JoinPageProps, 'chosen' | 'returnTo' | 'problem'>;

@Injectable()
export class JoinDesk {
  constructor(
    private readonly offers: Offers,
    private readonly memberships: MembershipKeeper,
    private readonly terms: TermsOfSale,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  async page({ reader, frame }: Visit, attempt: Attempt): Promise<JoinPageProps> {
    const [offers, teamOffers, standing] = await Promise.all([
      this.offers.onSale(reader),
      this.offers.forTeams(),
      this.standingOf(reader),
    ]);
    const { current: terms } = this.terms;
    const { stripeAutomaticTax: addsTax } = this.config;
    const now = this.clock.now();
    return { frame, offers, teamOffers, standing, now, terms, addsTax, ...attempt };
  }

  private async standingOf(reader: Reader | null): Promise<JoinPageProps['standing']> {
    if (reader === null) return 'account-first';
    const standing = await this.memberships.standing(reader.id);
    const decision = canBuy(standing, { onSale: true, audience: 'person' }, undefined);
    return decision.granted ? 'may-join' : 'already-member';
  }
}
