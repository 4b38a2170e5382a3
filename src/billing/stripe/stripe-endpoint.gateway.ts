/** Our webhook endpoints at Stripe, found again by their mark: an address may move. */
import { Injectable } from '@nestjs/common';
import Stripe from 'stripe';
import { Config } from '../../platform/config/config.js';
import { webhookEvents } from './webhook-events.js';
import { StripeClient } from './stripe.client.js';

export interface WebhookEndpoint {
  readonly id: string;
  readonly url: string;
  readonly isEnabled: boolean;
  /** null where it follows the account's default. */
  readonly apiVersion: string | null;
  readonly events: readonly string[];
}

const mark = { broadsheet: 'webhooks' };

@Injectable()
export class StripeEndpointGateway {
  /** What an endpoint of ours looks like. */
  readonly wanted: Pick<WebhookEndpoint, 'url' | 'apiVersion' | 'events'>;

  constructor(
    private readonly client: StripeClient,
    { publicUrl }: Config,
  ) {
    const url = `${publicUrl}/webhooks/stripe`;
    this.wanted = { url, apiVersion: Stripe.API_VERSION, events: webhookEvents };
  }

  /** @returns ours, the newest first */
  list(): Promise<WebhookEndpoint[]> {
    return this.client.call(async (stripe) => {
      const ours: WebhookEndpoint[] = [];
      for await (const endpoint of stripe.webhookEndpoints.list({ limit: 100 })) {
        if (endpoint.metadata['broadsheet'] === mark.broadsheet) ours.push(endpointFrom(endpoint));
      }
      return ours;
    });
  }

  /** @returns with the secret that it will sign with; Stripe tells it this once */
  async create(): Promise<{ id: string; secret: string }> {
    const { id, secret } = await this.client.call((stripe) =>
      stripe.webhookEndpoints.create({
        url: this.wanted.url,
        api_version: Stripe.API_VERSION,
        enabled_events: webhookEvents,
        description: 'Broadsheet',
        metadata: mark,
      }),
    );
    if (secret === undefined) throw new Error(`Stripe made the endpoint ${id} without a secret.`);
    return { id, secret };
  }

  /** Sets an endpoint as it must be; its API version stays what it was made with. */
  async update(id: string): Promise<void> {
    await this.client.call((stripe) =>
      stripe.webhookEndpoints.update(id, {
        url: this.wanted.url,
        enabled_events: webhookEvents,
        disabled: false,
      }),
    );
  }

  async remove(id: string): Promise<void> {
    await this.client.find((stripe) => stripe.webhookEndpoints.del(id));
  }
}

function endpointFrom(endpoint: Stripe.WebhookEndpoint): WebhookEndpoint {
  return {
    id: endpoint.id,
    url: endpoint.url,
    isEnabled: endpoint.status === 'enabled',
    apiVersion: endpoint.api_version,
    events: endpoint.enabled_events,
  };
}
