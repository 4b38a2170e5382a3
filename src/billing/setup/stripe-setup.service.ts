/** Makes a Stripe account ready for us, as often as it is asked: endpoint, portal, products and prices. */
import { Injectable } from '@nestjs/common';
import { PlanCatalogue } from '../../plans/plan-catalogue.service.js';
import { pricesOnSale } from '../../plans/plan.rules.js';
import { StripeCatalogue } from '../catalogue/stripe-catalogue.service.js';
import { StripeEndpointGateway } from '../stripe/stripe-endpoint.gateway.js';
import { StripePortalGateway } from '../stripe/stripe-portal.gateway.js';

export interface Setup {
  /** What was done, a sentence each. */
  readonly done: readonly string[];
  /** Of the webhook endpoint, when it was made just now: the API tells it this once. */
  readonly newSecret: string | null;
}

@Injectable()
export class StripeSetup {
  constructor(
    private readonly endpoints: StripeEndpointGateway,
    private readonly portal: StripePortalGateway,
    private readonly plans: PlanCatalogue,
    private readonly catalogue: StripeCatalogue,
  ) {}

  /** @throws Problem when Stripe refuses or cannot be reached; what was done until then is not undone, nor done twice */
  async run(): Promise<Setup> {
    const portal = await this.setUpPortal();
    const catalogue = await this.introducePrices();
    // At last: its secret is told once, and nothing must come between.
    const { done, newSecret } = await this.setUpEndpoint();
    return { done: [portal, catalogue, ...done], newSecret };
  }

  private async setUpPortal(): Promise<string> {
    const { id, wasMade } = await this.portal.setUp();
    return wasMade
      ? `The portal's configuration ${id} was made.`
      : `The portal's configuration ${id} is up to date.`;
  }

  private async introducePrices(): Promise<string> {
    let made = 0;
    let known = 0;
    for (const plan of await this.plans.onSale()) {
      for (const price of pricesOnSale(plan)) {
        if (await this.catalogue.introduce(plan, price)) made += 1;
        else known += 1;
      }
    }
    return `Prices on sale: ${made} made at Stripe, ${known} known there already.`;
  }

  /**
   * An endpoint keeps the API version it was made with. With another version it is followed by a new one,
   * and goes at the next run: until the new secret is in place, its events still arrive.
   */
  private async setUpEndpoint(): Promise<Setup> {
    const { url, apiVersion } = this.endpoints.wanted;
    const ours = await this.endpoints.list();
    const current = ours.find((endpoint) => endpoint.apiVersion === apiVersion);
    if (current === undefined) {
      const { id, secret } = await this.endpoints.create();
      const done = [`The webhook endpoint ${id} was made for ${url}.`];
      const stays = `The one of another API version stays meanwhile; run this again once the new secret is in place.`;
      return { done: ours.length === 0 ? done : [...done, stays], newSecret: secret };
    }
    await this.endpoints.update(current.id);
    const others = ours.filter(({ id }) => id !== current.id);
    for (const { id } of others) await this.endpoints.remove(id);
    return {
      done: [
        `The webhook endpoint ${current.id} is up to date, for ${url}.`,
        ...others.map(({ id }) => `The webhook endpoint ${id}, of before, was removed.`),
      ],
      newSecret: null,
    };
  }
}
