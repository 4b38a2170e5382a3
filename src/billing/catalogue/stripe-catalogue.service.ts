/** Makes sure that Stripe knows a plan's product and a price before the price comes on sale. */
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import type { Plan, Price } from '../../plans/plan.js';
import { enqueueProductNaming } from './name-stripe-product.job.js';
import { StripeCatalogueRepository } from './stripe-catalogue.repository.js';
import { StripeCatalogueGateway } from '../stripe/stripe-catalogue.gateway.js';

@Injectable()
export class StripeCatalogue {
  constructor(
    private readonly known: StripeCatalogueRepository,
    private readonly gateway: StripeCatalogueGateway,
    private readonly jobs: Jobs,
    private readonly database: Database,
  ) {}

  /**
   * However often it is asked and wherever it is cut short, there is one product and one price.
   * @returns false when Stripe knew the price already
   * @throws Problem 502 or 503 when Stripe refuses or cannot be reached
   */
  async introduce(plan: Plan, version: Price): Promise<boolean> {
    if ((await this.known.stripePriceOf(version.id)) !== null) return false;
    const productId = await this.productOf(plan);
    await this.known.rememberPrice(version.id, await this.gateway.createPrice(productId, version));
    return true;
  }

  private async productOf(plan: Plan): Promise<string> {
    const known = await this.known.productOf(plan.id);
    if (known !== null) return known;
    const created = await this.gateway.createProduct(plan);
    await this.database.transaction(async () => {
      await this.known.rememberProduct(plan.id, created);
      // The plan may have been renamed since it was read, by somebody who found no product to rename.
      await enqueueProductNaming(this.jobs, plan.id);
    });
    return created;
  }
}
