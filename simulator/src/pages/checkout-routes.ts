/** /c/pay/:id: shows a Checkout Session, and takes what is typed into it. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { needsCard, submit, type Completion } from '../checkout/completing.js';
import { isPayable } from '../checkout/payable.js';
import { applyCode, removeCode } from '../checkout/promotion.js';
import {
  asksAddress,
  dueNow,
  isStillGood,
  knownCustomer,
  planOfSession,
  quote,
  redemptionsOf,
  type Choice,
} from '../checkout/quoting.js';
import { readCard } from '../checkout/card-entry.js';
import { completedDelivery } from '../control/waiting.js';
import { AUTHENTICATION_FAILED } from '../billing/cards.js';
import type { Simulator } from '../simulator.js';
import type { Address, CheckoutSession } from '../stripe-objects.js';
import type { World } from '../world/world.js';
import { checkoutPage } from './checkout-page.js';
import { isCountry } from './countries.js';
import {
  CARD_FIELD_NAMES,
  EMPTY_FORM,
  typedCard,
  typedForm,
  type Problem,
  type TypedForm,
} from './fields.js';
import { sendMessage, sendPage } from './layout.js';

interface Visit {
  Params: { id: string };
  Querystring: { authentication?: string };
}

export function registerCheckout(server: FastifyInstance, simulator: Simulator): void {
  const { world } = simulator;

  server.get<Visit>('/c/pay/:id', (request, reply) => {
    const session = world.shelves.checkoutSessions.get(request.params.id);
    if (!session || !isPayable(world, session)) return sendClosed(reply, session);
    const failed = request.query.authentication === 'failed';
    const problem = failed ? { field: null, message: AUTHENTICATION_FAILED } : null;
    return show(simulator, reply, session, EMPTY_FORM, problem, 200);
  });

  server.post<Visit>('/c/pay/:id', (request, reply) => {
    const session = world.shelves.checkoutSessions.get(request.params.id);
    if (session?.status === 'complete') return leave(reply, session);
    if (!session || !isPayable(world, session)) return sendClosed(reply, session);
    const typed = typedForm(request);
    switch (typed.text('action')) {
      case 'update':
        return show(simulator, reply, session, typed, null, 200);
      case 'apply':
        return apply(simulator, reply, session, typed);
      case 'remove-code': {
        const without = world.step(() => removeCode(world, session));
        return show(simulator, reply, without, typed, null, 200);
      }
      default:
        return pay(simulator, reply, session, typed);
    }
  });
}

function apply(
  simulator: Simulator,
  reply: FastifyReply,
  session: CheckoutSession,
  typed: TypedForm,
): FastifyReply {
  const { world } = simulator;
  const code = typed.text('promotionCode');
  const applied = world.step(() => applyCode(world, session, code, choiceOn(typed)));
  if (applied.ok) return show(simulator, reply, applied.session, typed, null, 200);
  const problem = { field: 'promotionCode', message: applied.message };
  return show(simulator, reply, session, typed, problem, 400);
}

async function pay(
  simulator: Simulator,
  reply: FastifyReply,
  session: CheckoutSession,
  typed: TypedForm,
): Promise<FastifyReply> {
  const { world } = simulator;
  const email = session.customer_details?.email ?? typed.text('email');
  const early = problemOf(world, session, typed, email);
  if (early) return show(simulator, reply, session, typed, early, 400);
  if (!isStillGood(world, session, choiceOn(typed))) {
    const without = world.step(() => removeCode(world, session));
    const problem = { field: 'promotionCode', message: 'This code can no longer be used.' };
    return show(simulator, reply, without, typed, problem, 400);
  }
  const card = needsCard(world, session) ? readCard(typedCard(typed), world.now()) : null;
  if (card && !card.ok) {
    const problem = { field: CARD_FIELD_NAMES[card.field], message: card.refusal.message };
    return show(simulator, reply, session, typed, problem, 400);
  }
  const completion = world.step(() =>
    submit(world, session, {
      card: card?.card ?? null,
      name: typed.text('billingName') || null,
      email,
      phone: typed.text('phone') || null,
      address: asksAddress(world, session) ? typedAddress(typed) : null,
      quantities: quantitiesIn(typed),
    }),
  );
  return goOn(simulator, reply, session, typed, completion);
}

async function goOn(
  simulator: Simulator,
  reply: FastifyReply,
  session: CheckoutSession,
  typed: TypedForm,
  completion: Completion,
): Promise<FastifyReply> {
  switch (completion.kind) {
    case 'complete':
      await completedDelivery(simulator, completion.session);
      return leave(reply, completion.session);
    case 'authenticate':
      return reply.redirect(`/3ds/${completion.intent.id}`, 303);
    case 'refused': {
      const problem = { field: 'cardNumber', message: completion.refusal.message };
      return show(simulator, reply, session, typed, problem, 402);
    }
  }
}

function problemOf(
  world: World,
  session: CheckoutSession,
  typed: TypedForm,
  email: string,
): Problem | null {
  if (!/^[^@\s]+@[^@\s]+$/.test(email)) {
    return { field: 'email', message: 'Your email is incomplete.' };
  }
  if (session.phone_number_collection?.enabled && !/^\+?[\d\s()-]{6,}$/.test(typed.text('phone'))) {
    return { field: 'phone', message: 'Your phone number is incomplete.' };
  }
  const address = asksAddress(world, session) ? addressProblem(session, typed) : null;
  if (address) return address;
  const mustAgree = session.consent_collection?.terms_of_service === 'required';
  if (mustAgree && typed.text('terms') === '') {
    return { field: 'terms', message: 'Please accept the terms of service to continue.' };
  }
  return null;
}

function addressProblem(session: CheckoutSession, typed: TypedForm): Problem | null {
  if (!isCountry(typed.text('country'))) {
    return { field: 'country', message: 'Please choose your country.' };
  }
  if (session.billing_address_collection !== 'required') return null;
  const missing = ['addressLine', 'postalCode', 'city'].find((name) => typed.text(name) === '');
  return missing ? { field: missing, message: 'Your billing address is incomplete.' } : null;
}

function typedAddress(typed: TypedForm): Address {
  return {
    city: typed.text('city') || null,
    country: typed.text('country'),
    line1: typed.text('addressLine') || null,
    line2: null,
    postal_code: typed.text('postalCode') || null,
    state: null,
  };
}

/** What the form says that changes the price. */
function choiceOn(typed: TypedForm): Choice {
  const country = typed.text('country');
  return { quantities: quantitiesIn(typed), country: isCountry(country) ? country : null };
}

/** `quantity[li_…]=3` for each line whose quantity the member may choose. */
function quantitiesIn(typed: TypedForm): Record<string, number> {
  const { quantity } = typed.form;
  if (typeof quantity !== 'object' || Array.isArray(quantity)) return {};
  const chosen = Object.entries(quantity).map(([id, value]) => [id, Number(value)] as const);
  return Object.fromEntries(chosen.filter(([, value]) => Number.isInteger(value)));
}

function show(
  { world }: Simulator,
  reply: FastifyReply,
  session: CheckoutSession,
  typed: TypedForm,
  problem: Problem | null,
  status: number,
): FastifyReply {
  const view = {
    session,
    plan: planOfSession(world, session),
    customer: knownCustomer(world, session),
    now: world.now(),
    quote: quote(world, session, choiceOn(typed)),
    due: dueNow(world, session, choiceOn(typed)),
    redemptions: redemptionsOf(world, session),
    wantsCard: needsCard(world, session),
    wantsAddress: asksAddress(world, session),
    typed,
    problem,
    status,
  };
  return sendPage(reply, checkoutPage(view));
}

/** Back to the publication, with the session's id where its address asks for it. */
export function leave(reply: FastifyReply, session: CheckoutSession): FastifyReply {
  const url = (session.success_url ?? '/').replaceAll('{CHECKOUT_SESSION_ID}', session.id);
  return reply.redirect(url, 303);
}

function sendClosed(reply: FastifyReply, session: CheckoutSession | undefined): FastifyReply {
  if (!session) {
    return sendMessage(reply, {
      title: 'Page not found',
      text: 'There is no Checkout Session at this address.',
      status: 404,
    });
  }
  const isComplete = session.status === 'complete';
  const back = isComplete
    ? session.success_url?.replaceAll('{CHECKOUT_SESSION_ID}', session.id)
    : session.cancel_url;
  return sendMessage(reply, {
    title: isComplete ? 'You are all done here' : 'This page has expired',
    text: isComplete
      ? 'This checkout is complete. There is nothing more to pay.'
      : 'This checkout can no longer be completed. Nothing was charged.',
    ...(back ? { link: { href: back, text: 'Return to the site' } } : {}),
  });
}
