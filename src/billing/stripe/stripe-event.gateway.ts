/** Asks Stripe what the inbox cannot know: whose payment an event is about, and which events there were. */
import { Injectable } from '@nestjs/common';
import type { Span } from '../replay/replay-spans.rules.js';
import { webhookEvents } from './webhook-events.js';
import { type IncomingEvent, type NamedPayment, incomingEventFrom } from './incoming-event.js';
import { StripeClient } from './stripe.client.js';
import { idOf } from './stripe-instant.js';

/** Stripe's largest page, and how many types it takes in one question. */
const limit = 100;
const typesAtOnce = 20;

@Injectable()
export class StripeEventGateway {
  constructor(private readonly client: StripeClient) {}

  /** @returns null when Stripe knows no such payment, or it was nobody's */
  async customerOf({ paymentIntentId, chargeId, invoiceId }: NamedPayment): Promise<string | null> {
    const found = await this.client.find<{ customer: Parameters<typeof idOf>[0] }>((stripe) => {
      if (paymentIntentId !== null) return stripe.paymentIntents.retrieve(paymentIntentId);
      if (chargeId !== null) return stripe.charges.retrieve(chargeId);
      return stripe.invoices.retrieve(invoiceId ?? '');
    });
    return idOf(found?.customer);
  }

  /** The events of this span that we hear, page by page. */
  async *eventsIn(span: Span): AsyncGenerator<IncomingEvent[]> {
    for (let at = 0; at < webhookEvents.length; at += typesAtOnce) {
      yield* this.pagesOf(span, webhookEvents.slice(at, at + typesAtOnce));
    }
  }

  private async *pagesOf({ from, to }: Span, types: string[]): AsyncGenerator<IncomingEvent[]> {
    const created = { gte: secondsOf(from), lte: secondsOf(to) };
    let after: { starting_after?: string } = {};
    for (;;) {
      const page = await this.client.call((stripe) =>
        stripe.events.list({ created, types, limit, ...after }),
      );
      yield page.data.map(incomingEventFrom).filter((event) => event !== null);
      const last = page.data.at(-1);
      if (!page.has_more || last === undefined) return;
      after = { starting_after: last.id };
    }
  }
}

const secondsOf = (instant: Date): number => Math.floor(instant.getTime() / 1000);
