/** What the pages tell of somebody's membership: what it costs in all, what else there is, and why it ended. */
import { Injectable } from '@nestjs/common';
import { ChangePlanner } from '../../billing/plan-change/change-planner.service.js';
import type { OtherPrice } from '../../billing/plan-change/plan-change.rules.js';
import { MembershipDesk } from '../../memberships/membership-desk.service.js';
import { MembershipKeeper } from '../../memberships/membership-keeper.service.js';
import { TrialLedger } from '../../memberships/trial-ledger.repository.js';
import { presentPrice } from '../../plans/plan.presenter.js';
import type { Reader } from '../../users/reader.js';
import type { MembershipProps, OtherPriceProps } from '../page-props.js';
import { chargedInAll, forAllSeats } from './all-seats.rules.js';

@Injectable()
export class MembershipOnThePage {
  constructor(
    private readonly desk: MembershipDesk,
    private readonly keeper: MembershipKeeper,
    private readonly planner: ChangePlanner,
    private readonly trials: TrialLedger,
  ) {}

  async show({ id }: Pick<Reader, 'id'>): Promise<MembershipProps> {
    return chargedInAll(await this.desk.show(id));
  }

  /** What she may change to; asked of our books alone. */
  async others({ id }: Pick<Reader, 'id'>): Promise<OtherPriceProps[]> {
    const { membership } = await this.keeper.holding(id);
    const options = await this.planner.optionsOf(id);
    return options.flatMap((option) => otherPriceProps(option, membership?.seats ?? 1));
  }

  /** Whether it ended because she had had a trial before. */
  async wasRepeatTrial({ id }: Pick<Reader, 'id'>): Promise<boolean> {
    const { membership } = await this.keeper.holding(id);
    return membership !== null && this.trials.wasRepeat(membership.id);
  }
}

function otherPriceProps({ plan, price, change }: OtherPrice, seats: number): OtherPriceProps[] {
  // What she has is not among the others.
  if (change.kind === 'kept') return [];
  return [{ plan: { name: plan.name }, price: forAllSeats(presentPrice(price), seats), change }];
}
