/** /v1/account and /v1/balance: whose key this is, in which mode, and what money there is. */
import { endpoint, type Endpoint } from '../http/endpoint.js';
import type { Account, Balance } from '../stripe-objects.js';
import type { World } from '../world/world.js';

function account({ settings }: World): Account {
  return {
    id: settings.accountId,
    object: 'account',
    business_profile: null,
    business_type: 'company',
    capabilities: { card_payments: 'active', transfers: 'active' },
    charges_enabled: true,
    country: settings.accountCountry,
    default_currency: 'usd',
    details_submitted: true,
    email: null,
    metadata: {},
    payouts_enabled: true,
    settings: null,
    type: 'standard',
  };
}

/** What was captured less what was given back or is disputed, at once: nothing is paid out. */
function balance(world: World): Balance {
  const { charges, refunds, disputes } = world.shelves;
  const amounts = new Map([['usd', 0]]);
  const add = (currency: string, amount: number) =>
    amounts.set(currency, (amounts.get(currency) ?? 0) + amount);
  for (const charge of charges.all()) add(charge.currency, charge.amount_captured);
  for (const refund of refunds.all()) add(refund.currency, -refund.amount);
  for (const dispute of disputes.all()) {
    const isTaken = dispute.status !== 'won' && !dispute.status.startsWith('warning_');
    if (isTaken) add(dispute.currency, -dispute.amount);
  }
  return {
    object: 'balance',
    available: [...amounts].map(([currency, amount]) => ({
      amount,
      currency,
      source_types: { card: amount },
    })),
    livemode: false,
    pending: [{ amount: 0, currency: 'usd', source_types: { card: 0 } }],
  };
}

export const accounts: Endpoint[] = [
  endpoint('GET', '/v1/account', {}, ({ world }) => account(world)),

  endpoint('GET', '/v1/balance', {}, ({ world }) => balance(world)),
];
