/** /v1/payment_pages: the page of a Checkout Session, as Stripe's command line tool opens it and presses its button. */
import { submit, type Completion } from '../checkout/completing.js';
import { asksAddress } from '../checkout/quoting.js';
import { endpoint, type Endpoint } from '../http/endpoint.js';
import { cardRefused, refused } from '../http/errors.js';
import { integer, required, text, type Params } from '../http/rules.js';
import type { CheckoutSession } from '../stripe-objects.js';
import type { World } from '../world/world.js';
import { existingSession, payableSession } from './checkout-sessions.js';
import { paymentMethodNamed } from './named-cards.js';

const CONFIRM = {
  /** What the page showed; another amount by now is refused. */
  expected_amount: integer({ min: 0 }),
  payment_method: required(text()),
};

function confirm(
  world: World,
  session: CheckoutSession,
  params: Params<typeof CONFIRM>,
): CheckoutSession {
  if ((params.expected_amount ?? session.amount_total) !== session.amount_total) {
    throw refused('The amount of this Checkout Session is not what the page showed.', {
      param: 'expected_amount',
      code: 'checkout_amount_mismatch',
    });
  }
  const { id, billing_details: billing } = paymentMethodNamed(world, params.payment_method);
  const email = session.customer_details?.email ?? billing.email;
  if (email === null) throw refused('This payment page needs an email address.');
  const completion = submit(world, session, {
    card: { paymentMethod: id },
    name: billing.name,
    email,
    phone: billing.phone,
    address: asksAddress(world, session) ? billing.address : null,
    quantities: {},
  });
  return completed(world, completion, session.id);
}

function completed(world: World, completion: Completion, id: string): CheckoutSession {
  if (completion.kind === 'refused') {
    throw cardRefused(completion.refusal, { [completion.intent.object]: completion.intent });
  }
  return existingSession(world, id);
}

export const paymentPages: Endpoint[] = [
  endpoint('GET', '/v1/payment_pages/:id', {}, ({ world, id }) => payableSession(world, id)),

  endpoint('POST', '/v1/payment_pages/:id/confirm', CONFIRM, ({ world, id, params }) =>
    confirm(world, payableSession(world, id), params),
  ),
];
