/** Whether Stripe sells every price that we sell. */
import { Injectable } from '@nestjs/common';
import { PlanCatalogue } from '../../plans/plan-catalogue.service.js';
import { pricesOnSale } from '../../plans/plan.rules.js';
import { StripeCatalogueRepository } from '../catalogue/stripe-catalogue.repository.js';
import { StripeCatalogueGateway } from '../stripe/stripe-catalogue.gateway.js';
import { type Diagnosis, good, problem } from './diagnosis.rules.js';

@Injectable()
export class CatalogueCheck {
  constructor(
    private readonly plans: PlanCatalogue,
    private readonly known: StripeCatalogueRepository,
    private readonly gateway: StripeCatalogueGateway,
  ) {}

  async judge(): Promise<Diagnosis> {
    const subject = 'prices';
    const onSale = (await this.plans.onSale()).flatMap(pricesOnSale);
    let unknown = 0;
    for (const { id } of onSale) {
      const stripePriceId = await this.known.stripePriceOf(id);
      if (stripePriceId === null) unknown += 1;
      else if (!(await this.gateway.isSold(stripePriceId))) {
        return problem(
          subject,
          `Stripe does not sell ${stripePriceId}: is this the account that it was made in?`,
        );
      }
    }
    if (unknown > 0)
      return problem(subject, `${unknown} not known to Stripe: run npm run stripe:setup`);
    return good(subject, `${onSale.length} on sale, all known to Stripe`);
  }
}
