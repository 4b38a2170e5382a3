/** What may be written of somebody whose account is deleted: her money and memberships, and nothing that leads to her. */
import type { CustomerSnapshot } from '../sync/subscription-snapshot.js';

export function withoutPerson(snapshot: CustomerSnapshot): CustomerSnapshot {
  return {
    ...snapshot,
    subscriptions: snapshot.subscriptions.map((each) => ({ ...each, cardFingerprint: null })),
    // Stripe's page of an invoice shows name and address to whoever has the link.
    invoices: snapshot.invoices.map((each) => ({ ...each, hostedUrl: null })),
  };
}
