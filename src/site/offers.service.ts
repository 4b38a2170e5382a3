/** What is on sale, as this reader would get it: with her trial, or without when she has had one. */
import { Injectable } from '@nestjs/common';
import { TrialLedger } from '../memberships/trial-ledger.repository.js';
import { trialDaysFor } from '../memberships/trial.rules.js';
import { PlanCatalogue } from '../plans/plan-catalogue.service.js';
import { presentPlan } from '../plans/plan.presenter.js';
import type { Plan } from '../plans/plan.js';
import type { Reader } from '../users/reader.js';
import type { OfferProps } from './page-props.js';

@Injectable()
export class Offers {
  constructor(
    private readonly catalogue: PlanCatalogue,
    private readonly trials: TrialLedger,
  ) {}

  async onSale(reader: Reader | null): Promise<OfferProps[]> {
    return this.of(await this.catalogue.inTheWindow(), reader);
  }

  /** What is sold to teams is shown, and arranged by mail. */
  async forTeams(): Promise<OfferProps[]> {
    const plans = await this.catalogue.inTheWindow();
    return plans.filter(({ audience }) => audience === 'team').map(presentPlan);
  }

  /** For one person. */
  async of(plans: readonly Plan[], reader: Reader | null): Promise<OfferProps[]> {
    if (plans.length === 0) return [];
    const hasHadTrial =
      reader !== null &&
      (await this.trials.hasHadTrial({ userId: reader.id, email: reader.email }));
    return plans
      .filter(({ audience }) => audience === 'person')
      .map((plan) => ({ ...presentPlan(plan), trialDays: trialDaysFor(plan, hasHadTrial) }));
  }
}
