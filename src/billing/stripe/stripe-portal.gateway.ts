/** Opens Stripe's portal for a member, under a configuration of our own: never the dashboard's default. */
import { Injectable } from '@nestjs/common';
import type Stripe from 'stripe';
import { Config } from '../../platform/config/config.js';
import { isStripeRefusal } from '../billing.errors.js';
import { portalKey, portalMark, portalSettings } from './portal-settings.js';
import { StripeClient } from './stripe.client.js';

@Injectable()
export class StripePortalGateway {
  /** Looked up once a process; forgotten when Stripe does not want it any more. */
  private known: string | null = null;

  constructor(
    private readonly client: StripeClient,
    private readonly config: Config,
  ) {}

  /** @returns the address of Stripe's page where a member manages card, invoices and cancellation */
  async open(customerId: string): Promise<string> {
    if (this.known === null) return this.openUnder(await this.lookUp(), customerId);
    try {
      return await this.openUnder(this.known, customerId);
    } catch (error) {
      if (!isStripeRefusal(error)) throw error;
      return this.openUnder(await this.lookUp(), customerId);
    }
  }

  /** @returns Stripe's id of our configuration; null when there is none yet */
  async find(): Promise<string | null> {
    return (await this.ours()).find(({ isActive }) => isActive)?.id ?? null;
  }

  /** Makes the configuration, or sets an existing one as it must be. */
  async setUp(): Promise<{ id: string; wasMade: boolean }> {
    const id = await this.find();
    if (id === null) return { id: await this.lookUp(), wasMade: true };
    const settings = portalSettings(this.config);
    await this.client.call((stripe) => stripe.billingPortal.configurations.update(id, settings));
    return { id, wasMade: false };
  }

  private async lookUp(): Promise<string> {
    const ours = await this.ours();
    const active = ours.find(({ isActive }) => isActive);
    this.known = active?.id ?? (await this.make(ours.length));
    return this.known;
  }

  /** Those that somebody switched off included: Stripe deletes none. */
  private ours(): Promise<{ id: string; isActive: boolean }[]> {
    return this.client.call(async (stripe) => {
      const ours: { id: string; isActive: boolean }[] = [];
      for await (const each of stripe.billingPortal.configurations.list({ limit: 100 })) {
        if (each.metadata?.['broadsheet'] !== portalMark.broadsheet) continue;
        ours.push({ id: each.id, isActive: each.active });
      }
      return ours;
    });
  }

  /** @param former how many of ours there are, switched off */
  private async make(former: number): Promise<string> {
    const settings = portalSettings(this.config);
    const params: Stripe.BillingPortal.ConfigurationCreateParams = {
      ...settings,
      name: 'Broadsheet',
      metadata: portalMark,
    };
    const idempotencyKey = portalKey(settings, former);
    const made = await this.client.call((stripe) =>
      stripe.billingPortal.configurations.create(params, { idempotencyKey }),
    );
    return made.id;
  }

  private async openUnder(configuration: string, customer: string): Promise<string> {
    const session = await this.client.call((stripe) =>
      stripe.billingPortal.sessions.create({
        customer,
        configuration,
        return_url: `${this.config.publicUrl}/account?from=stripe`,
      }),
    );
    return session.url;
  }
}
