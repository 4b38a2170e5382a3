/** Gives a plan's product at Stripe the name that the plan has now. */
import { Injectable } from '@nestjs/common';
import { HandlesJob, type JobHandler } from '../../platform/jobs/job-handler.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { PlanCatalogue } from '../../plans/plan-catalogue.service.js';
import { StripeCatalogueRepository } from './stripe-catalogue.repository.js';
import { StripeCatalogueGateway } from '../stripe/stripe-catalogue.gateway.js';

const NAME_STRIPE_PRODUCT = 'name-stripe-product';

@HandlesJob(NAME_STRIPE_PRODUCT)
@Injectable()
export class NameStripeProductJob implements JobHandler {
  constructor(
    private readonly plans: PlanCatalogue,
    private readonly known: StripeCatalogueRepository,
    private readonly gateway: StripeCatalogueGateway,
  ) {}

  async handle(payload: unknown): Promise<void> {
    const { planId } = payload as { planId: string };
    const productId = await this.known.productOf(planId);
    const plan = productId === null ? null : await this.plans.find(planId);
    if (productId === null || plan === null) return;
    await this.gateway.renameProduct(productId, plan.name);
  }
}

/** One at a time for a plan: of two that overtake each other, the older name would stay. */
export async function enqueueProductNaming(jobs: Jobs, planId: string): Promise<void> {
  await jobs.enqueue(
    NAME_STRIPE_PRODUCT,
    { planId },
    { queue: `stripe-product:${planId}`, key: `name-product:${planId}` },
  );
}
