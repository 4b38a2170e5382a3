/** Puts together the join page for whoever looks at it. */
import { Injectable } from '@nestjs/common';
import { canBuy } from '../billing/checkout/can-buy.rules.js';
import { TermsOfSale } from '../billing/checkout/terms-of-sale.service.js';
import { MembershipKeeper } from '../memberships/membership-keeper.service.js';
import { Clock } from '../platform/clock/clock.js';
import { Config } from '../platform/config/config.js';
import type { Reader } from '../users/reader.js';
import { Offers } from './offers.service.js';
import type { Visit } from './page-frames.service.js';
import type { JoinPageProps } from './pages/join.page.js';

@Injectable()
export class JoinDesk {
  constructor(
    private readonly offers: Offers,
    private readonly memberships: MembershipKeeper,
    private readonly terms: TermsOfSale,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** @param problem what went wrong with her last attempt, in words */
  async page(
    { reader, frame }: Visit,
    returnTo: string | null,
    problem: string | null = null,
  ): Promise<JoinPageProps> {
    const [offers, standing] = await Promise.all([
      this.offers.onSale(reader),
      this.standingOf(reader),
    ]);
    const { current: terms } = this.terms;
    const { stripeAutomaticTax: addsTax } = this.config;
    const now = this.clock.now();
    return { frame, offers, standing, now, terms, addsTax, returnTo, problem };
  }

  private async standingOf(reader: Reader | null): Promise<JoinPageProps['standing']> {
    if (reader === null) return 'account-first';
    const standing = await this.memberships.standing(reader.id);
    const decision = canBuy(standing, { onSale: true, audience: 'person' }, undefined);
    return decision.granted ? 'may-join' : 'already-member';
  }
}
