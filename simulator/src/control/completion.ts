/** `/_sim/checkout/sessions/:id/complete`: fills in a Checkout page and presses its button. */
import { cardFromNumber } from '../checkout/card-entry.js';
import {
  answerAuthentication,
  needsCard,
  submit,
  type Completion,
} from '../checkout/completing.js';
import { applyCode } from '../checkout/promotion.js';
import { asksAddress, isStillGood, knownCustomer, planOfSession } from '../checkout/quoting.js';
import { cardRefused, invalidParameter, refused } from '../http/errors.js';
import { payableSession } from '../resources/checkout-sessions.js';
import type { Simulator } from '../simulator.js';
import type { Address, CheckoutSession } from '../stripe-objects.js';
import type { CheckoutEntry } from '../world/private-records.js';
import type { World } from '../world/world.js';
import { field } from './body.js';

/** Does what the page's button does, and answers its 3-D Secure page too. */
export function completeSession({ world }: Simulator, id: string, body: unknown): CheckoutSession {
  const session = payableSession(world, id);
  return world.step(() => {
    const before = withCode(world, session, body);
    const typed = field(body, 'card');
    if (typeof typed !== 'string' && needsCard(world, before)) {
      throw invalidParameter('Missing required param: card.', 'card', 'parameter_missing');
    }
    const card = typeof typed === 'string' ? cardFromNumber(typed, world.now()) : null;
    if (card && !card.ok) throw cardRefused(card.refusal);
    const completion = submit(world, before, {
      ...entryFrom(world, before, body),
      card: card?.card ?? null,
    });
    return completed(authenticate(world, before, completion, field(body, 'threeDSecure')));
  });
}

function withCode(world: World, session: CheckoutSession, body: unknown): CheckoutSession {
  const code = field(body, 'promotionCode');
  const choice = { quantities: quantitiesFrom(world, session, body), country: null };
  if (typeof code !== 'string') {
    if (isStillGood(world, session, choice)) return session;
    throw refused('The code on this Checkout Session can no longer be used.');
  }
  const applied = applyCode(world, session, code, choice);
  if (!applied.ok) throw refused(applied.message, { param: 'promotionCode' });
  return applied.session;
}

/** What a person would have typed; what the body does not say is made up. */
function entryFrom(world: World, session: CheckoutSession, body: unknown): CheckoutEntry {
  const said = (name: string, otherwise: string): string => {
    const value = field(body, name);
    return typeof value === 'string' ? value : otherwise;
  };
  const known = knownCustomer(world, session)?.address;
  const country = said('country', known?.country ?? world.settings.accountCountry);
  return {
    name: said('name', 'Jenny Rosen'),
    email: said('email', session.customer_details?.email ?? 'jenny.rosen@example.com'),
    phone: session.phone_number_collection?.enabled ? said('phone', '+1 555 0100') : null,
    address: asksAddress(world, session) ? addressIn(session, country) : null,
    quantities: quantitiesFrom(world, session, body),
  };
}

function addressIn(session: CheckoutSession, country: string): Address {
  const isWhole = session.billing_address_collection === 'required';
  return {
    city: isWhole ? 'Springfield' : null,
    country,
    line1: isWhole ? '1 Main Street' : null,
    line2: null,
    postal_code: isWhole ? '12345' : null,
    state: null,
  };
}

/** One `quantity` for every line that lets the member choose. */
function quantitiesFrom(
  world: World,
  session: CheckoutSession,
  body: unknown,
): Record<string, number> {
  const quantity = field(body, 'quantity');
  if (typeof quantity !== 'number' || !Number.isInteger(quantity)) return {};
  const { lineItems } = planOfSession(world, session);
  return Object.fromEntries(lineItems.map(({ id }) => [id, quantity]));
}

function authenticate(
  world: World,
  session: CheckoutSession,
  completion: Completion,
  answer: unknown,
): Completion {
  if (completion.kind !== 'authenticate') return completion;
  const pending = world.shelves.authentications.get(completion.intent.id);
  if (!pending) throw new Error(`No authentication waits for ${completion.intent.id}`);
  return answerAuthentication(world, session, pending, answer !== 'fail');
}

function completed(completion: Completion): CheckoutSession {
  switch (completion.kind) {
    case 'complete':
      return completion.session;
    case 'refused':
      throw cardRefused(completion.refusal, { [completion.intent.object]: completion.intent });
    case 'authenticate':
      throw new Error('A payment that was just authenticated asks for it again');
  }
}
