/** Puts together the page before a change of plan: what she has, what she asks for, and what it would cost. */
import { Injectable } from '@nestjs/common';
import { PlanChangeService } from '../../billing/plan-change/plan-change.service.js';
import type { Reader } from '../../users/reader.js';
import type { ChangePageProps } from '../pages/change.page.js';
import { MembershipOnThePage } from './membership-on-the-page.service.js';

@Injectable()
export class ChangeDesk {
  constructor(
    private readonly onThePage: MembershipOnThePage,
    private readonly changes: PlanChangeService,
  ) {}

  /**
   * @returns null when this is nothing she may change to
   * @throws Problem as the change itself would
   */
  async page(reader: Reader, priceId: unknown): Promise<Omit<ChangePageProps, 'frame'> | null> {
    const others = await this.onThePage.others(reader);
    const wanted = others.find(({ price }) => price.id === priceId);
    const { plan, price, trialEndsAt, state } = await this.onThePage.show(reader);
    if (wanted === undefined || plan === null || price === null) return null;
    return {
      held: { plan, price },
      wanted,
      preview: await this.changes.preview(reader.id, wanted.price.id),
      trialEndsAt: state === 'trialing' ? trialEndsAt : null,
    };
  }
}
