/** Takes off sale at Stripe a price that is off sale here; subscriptions that have it keep it. */
import { Injectable } from '@nestjs/common';
import { HandlesJob, type JobHandler } from '../../platform/jobs/job-handler.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { StripeCatalogueRepository } from './stripe-catalogue.repository.js';
import { StripeCatalogueGateway } from '../stripe/stripe-catalogue.gateway.js';

const ARCHIVE_STRIPE_PRICE = 'archive-stripe-price';

@HandlesJob(ARCHIVE_STRIPE_PRICE)
@Injectable()
export class ArchiveStripePriceJob implements JobHandler {
  constructor(
    private readonly known: StripeCatalogueRepository,
    private readonly gateway: StripeCatalogueGateway,
  ) {}

  async handle(payload: unknown): Promise<void> {
    const { priceId } = payload as { priceId: string };
    // A version that never got as far as Stripe has nothing there to archive.
    const stripePriceId = await this.known.stripePriceOf(priceId);
    if (stripePriceId !== null) await this.gateway.archivePrice(stripePriceId);
  }
}

/** In the transaction that takes the price off sale here. */
export async function enqueuePriceArchiving(jobs: Jobs, priceId: string): Promise<void> {
  await jobs.enqueue(ARCHIVE_STRIPE_PRICE, { priceId }, { key: `archive-price:${priceId}` });
}
