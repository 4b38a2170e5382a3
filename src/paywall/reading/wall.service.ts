/** What stands under a teaser: what would open the article for this reader. */
import { Injectable } from '@nestjs/common';
import type { PublicArticle } from '../../articles/article.js';
import { MembershipInHand } from '../../memberships/membership-in-hand.service.js';
import { PlanCatalogue } from '../../plans/plan-catalogue.service.js';
import type { Plan } from '../../plans/plan.js';
import type { Reader } from '../../users/reader.js';
import type { Denial } from '../decision/decide-access.rules.js';

export interface Wall {
  offers: Plan[];
  /** Where the open invoice can be paid; told to nobody but the reader. */
  payUrl: string | null;
}

@Injectable()
export class WallService {
  constructor(
    private readonly memberships: MembershipInHand,
    private readonly catalogue: PlanCatalogue,
  ) {}

  async before(article: PublicArticle, reader: Reader | null, denial: Denial): Promise<Wall> {
    return {
      offers: await this.offersFor(article, denial),
      payUrl: await this.payUrlFor(reader, denial),
    };
  }

  private async payUrlFor(reader: Reader | null, denial: Denial): Promise<string | null> {
    if (reader === null || denial !== 'payment-overdue') return null;
    const { membership } = await this.memberships.of(reader);
    return membership?.payUrl ?? null;
  }

  /** For somebody whose payment is overdue there is nothing to buy. */
  private async offersFor({ planIds }: PublicArticle, denial: Denial): Promise<Plan[]> {
    if (denial === 'payment-overdue') return [];
    const plans = await this.catalogue.inTheWindow();
    return planIds.length === 0 ? plans : plans.filter(({ id }) => planIds.includes(id));
  }
}
