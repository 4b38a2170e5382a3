/** Puts together the page before a change of plan: what she has, what she asks for, and what it would cost. */
import { Injectable } from '@nestjs/common';
import { PlanChangeService } from '../billing/plan-change/plan-change.service.js';
import { MembershipDesk } from '../memberships/membership-desk.service.js';
import type { Reader } from '../users/reader.js';
import { AccountDesk } from './account-desk.service.js';
import { chargedInAll } from './all-seats.rules.js';
import type { ChangePageProps } from './pages/change.page.js';

@Injectable()
export class ChangeDesk {
  constructor(
    private readonly account: AccountDesk,
    private readonly memberships: MembershipDesk,
    private readonly changes: PlanChangeService,
  ) {}

  /**
   * @returns null when this is nothing she may change to
   * @throws Problem as the change itself would
   */
  async page(reader: Reader, priceId: unknown): Promise<Omit<ChangePageProps, 'frame'> | null> {
    const wanted = (await this.account.others(reader)).find(({ price }) => price.id === priceId);
    const membership = await this.memberships.show(reader.id);
    const { plan, price, trialEndsAt, state } = chargedInAll(membership);
    if (wanted === undefined || plan === null || price === null) return null;
    return {
      held: { plan, price },
      wanted,
      preview: await this.changes.preview(reader.id, wanted.price.id),
      trialEndsAt: state === 'trialing' ? trialEndsAt : null,
    };
  }
}
