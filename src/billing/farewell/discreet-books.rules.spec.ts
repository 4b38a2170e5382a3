import { describe, expect, it } from 'vitest';
import { withoutPerson } from './discreet-books.rules.js';

describe('what is written of somebody who had her account deleted', () => {
  it('is her money and her memberships, and nothing that leads to her', () => {
    const now = new Date('2026-06-15T12:00:00Z');
    const told = {
      isDeleted: true,
      subscriptions: [
        {
          subscriptionId: 'sub_1',
          checkoutId: null,
          status: 'canceled',
          stripePriceId: 'price_1',
          quantity: 1,
          isDiscounted: false,
          trialStart: null,
          trialEnd: null,
          currentPeriodEnd: now,
          paidUntil: now,
          cancelsAt: null,
          startedAt: now,
          endedAt: now,
          endedBecause: null,
          cardFingerprint: 'her card',
          nextStripePriceId: null,
          nextPriceAt: null,
        },
      ],
      invoices: [],
    };
    const written = withoutPerson(told);
    expect(JSON.stringify(written)).not.toContain('her card');
    expect(written.subscriptions).toMatchObject([{ subscriptionId: 'sub_1', status: 'canceled' }]);
  });
});
