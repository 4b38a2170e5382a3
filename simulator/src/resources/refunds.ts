/** /v1/refunds: money given back, in whole or in part. */
import { overtakeWarnings } from '../billing/fraud-warnings.js';
import { endpoint, type Endpoint } from '../http/endpoint.js';
import { invalidParameter, noSuch, refused } from '../http/errors.js';
import { inRange, listOf, PAGE, page } from '../http/pagination.js';
import { boolean, changedMetadata, integer, metadata, oneOf, range, text } from '../http/rules.js';
import { amountProblem, moneyText } from '../billing/money.js';
import type { Charge, List, Refund } from '../stripe-objects.js';
import type { World } from '../world/world.js';
import { existingCharge } from './charges.js';

const CREATE = {
  amount: integer({ min: 1 }),
  charge: text(),
  currency: text(),
  instructions_email: text(),
  metadata: metadata(),
  payment_intent: text(),
  reason: oneOf('duplicate', 'fraudulent', 'requested_by_customer'),
  refund_application_fee: boolean(),
  reverse_transfer: boolean(),
};

function chargeToRefund(
  world: World,
  params: { charge?: string; payment_intent?: string },
): Charge {
  if (params.charge !== undefined) return existingCharge(world, params.charge, 'charge');
  if (params.payment_intent === undefined) {
    throw invalidParameter(
      'One of the following params should be provided for this request: payment_intent or charge.',
      'payment_intent',
      'parameter_missing',
    );
  }
  const intent = world.shelves.paymentIntents.get(params.payment_intent);
  if (!intent) throw noSuch('payment_intent', params.payment_intent, 'payment_intent');
  if (intent.status !== 'succeeded' || intent.latest_charge === null) {
    throw refused(
      `This PaymentIntent (${intent.id}) does not have a successful charge to refund.`,
      { code: 'payment_intent_unexpected_state', param: 'payment_intent' },
    );
  }
  return existingCharge(world, intent.latest_charge);
}

function requireRefundable(charge: Charge, amount: number): void {
  if (!charge.paid) {
    throw refused(`Charge ${charge.id} failed; there is nothing to refund.`);
  }
  if (charge.disputed) {
    throw refused(`Charge ${charge.id} has been charged back; cannot issue a refund.`, {
      code: 'charge_disputed',
    });
  }
  if (!charge.captured) throw refused(`Charge ${charge.id} has not been captured.`);
  const problem = amountProblem(amount, charge.currency);
  if (problem !== null) throw refused(problem, { param: 'amount' });
  const left = charge.amount - charge.amount_refunded;
  if (left === 0) {
    throw refused(`Charge ${charge.id} has already been refunded.`, {
      code: 'charge_already_refunded',
    });
  }
  if (amount > left) {
    throw refused(
      `Refund amount (${moneyText(amount, charge.currency)}) is greater than unrefunded amount on charge (${moneyText(left, charge.currency)})`,
      { param: 'amount' },
    );
  }
}

/** A charge shows its refunds only when they are expanded; newest first. */
export function latestChargeRefunds(world: World, charge: string): List<Refund> {
  const found = world.shelves.refunds.newestFirst().filter((refund) => refund.charge === charge);
  return listOf(found.slice(0, 10), found.length > 10, `/v1/charges/${charge}/refunds`);
}

export const refunds: Endpoint[] = [
  endpoint('POST', '/v1/refunds', CREATE, ({ world, params }) => {
    const charge = chargeToRefund(world, params);
    const amount = params.amount ?? charge.amount - charge.amount_refunded;
    requireRefundable(charge, amount);
    const refunded = charge.amount_refunded + amount;
    const refund: Refund = {
      id: world.ids.next('refund'),
      object: 'refund',
      amount,
      balance_transaction: null,
      charge: charge.id,
      created: world.clock.accountNow(),
      currency: charge.currency,
      customer: charge.customer,
      customer_account: null,
      destination_details: {
        card: {
          reference_status: 'pending',
          reference_type: 'acquirer_reference_number',
          type: 'refund',
        },
        type: 'card',
      },
      metadata: changedMetadata({}, params.metadata),
      payment_intent: charge.payment_intent,
      payment_method: charge.payment_method,
      reason: params.reason ?? null,
      receipt_number: null,
      source_transfer_reversal: null,
      status: 'succeeded',
      transfer_reversal: null,
    };
    world.shelves.refunds.put(refund);
    world.update(
      world.shelves.charges,
      charge,
      { amount_refunded: refunded, refunded: refunded === charge.amount },
      'charge.refunded',
    );
    world.emit('refund.created', refund);
    if (refunded === charge.amount) overtakeWarnings(world, charge);
    return refund;
  }),

  endpoint('GET', '/v1/refunds/:id', {}, ({ world, id }) => {
    const refund = world.shelves.refunds.get(id);
    if (!refund) throw noSuch('refund', id);
    return refund;
  }),

  endpoint('POST', '/v1/refunds/:id', { metadata: metadata() }, ({ world, id, params }) => {
    const refund = world.shelves.refunds.get(id);
    if (!refund) throw noSuch('refund', id);
    const changes = { metadata: changedMetadata(refund.metadata ?? {}, params.metadata) };
    const changed = world.update(world.shelves.refunds, refund, changes, 'refund.updated');
    if (changed !== refund) world.emit('charge.refund.updated', changed);
    return changed;
  }),

  endpoint(
    'GET',
    '/v1/refunds',
    { ...PAGE, charge: text(), created: range(), payment_intent: text() },
    ({ world, params }) => {
      const found = world.shelves.refunds
        .newestFirst()
        .filter(
          (refund) =>
            inRange(refund.created, params.created) &&
            (params.charge ?? refund.charge) === refund.charge &&
            (params.payment_intent ?? refund.payment_intent) === refund.payment_intent,
        );
      return page(found, params, '/v1/refunds');
    },
  ),
];
