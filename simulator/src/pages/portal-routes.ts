// /p/session/:token: what a member may do for themselves, as far as the portal's configuration lets them.
import type { FastifyInstance, FastifyReply } from 'fastify';
import { beginCardChange } from '../billing/card-change.js';
import { requestCancellation, withdrawCancellation } from '../billing/cancelling.js';
import { AUTHENTICATION_FAILED } from '../billing/cards.js';
import { finish } from '../billing/ending.js';
import { currentPeriod, isOver } from '../billing/subscription-rules.js';
import { readCard } from '../checkout/card-entry.js';
import { FEEDBACK } from '../resources/subscriptions.js';
import type { Simulator } from '../simulator.js';
import type { Subscription } from '../stripe-objects.js';
import type { World } from '../world/world.js';
import {
  CARD_FIELD_NAMES,
  EMPTY_FORM,
  typedCard,
  typedForm,
  type Problem,
  type TypedForm,
} from './fields.js';
import { sendMessage, sendPage, type Page } from './layout.js';
import { cancelPage, cardPage, overviewPage, type PortalView } from './portal-page.js';

interface Address {
  Params: { token: string };
  Querystring: { view?: string; subscription?: string; authentication?: string };
}

export function registerPortal(server: FastifyInstance, { world }: Simulator): void {
  server.get<Address>('/p/session/:token', (request, reply) => {
    const failed = request.query.authentication === 'failed';
    const problem = failed ? { field: null, message: AUTHENTICATION_FAILED } : null;
    const view = viewOf(world, request.params.token, EMPTY_FORM, problem);
    if (!view) return sendUnknown(reply);
    // A session made for one purpose begins with it; the way back from there leads to `?view=overview`.
    const asked = request.query.view ?? flowView(view);
    const subscription =
      request.query.subscription ?? view.session.flow?.subscription_cancel?.subscription;
    return sendPage(reply, pageFor(view, asked, subscription));
  });

  server.post<Address>('/p/session/:token', (request, reply) => {
    const typed = typedForm(request);
    const view = viewOf(world, request.params.token, typed, null);
    if (!view) return sendUnknown(reply);
    return world.step(() => act(view, reply, typed));
  });
}

function viewOf(
  world: World,
  token: string,
  typed: TypedForm,
  problem: Problem | null,
): PortalView | null {
  const sessionId = world.shelves.portalTokens.get(token)?.session ?? '';
  const session = world.shelves.portalSessions.get(sessionId);
  const configuration = world.shelves.portalConfigurations.get(session?.configuration ?? '');
  const customer = world.shelves.customers.get(session?.customer ?? '');
  if (!session || !configuration || !customer || customer.deleted) return null;
  return { world, path: `/p/session/${token}`, session, configuration, customer, typed, problem };
}

function flowView({ session }: PortalView): string | undefined {
  if (session.flow?.type === 'subscription_cancel') return 'cancel';
  return session.flow?.type === 'payment_method_update' ? 'card' : undefined;
}

function pageFor(view: PortalView, asked: string | undefined, id: string | undefined): Page {
  const { features } = view.configuration;
  if (asked === 'card' && features.payment_method_update.enabled) return cardPage(view);
  if (asked === 'cancel' && features.subscription_cancel.enabled) {
    const subscription = own(view, id);
    if (subscription && subscription.cancel_at === null) return cancelPage(view, subscription);
  }
  return overviewPage(view);
}

/** A live subscription of this customer. */
function own(view: PortalView, id: string | undefined): Subscription | null {
  const subscription = view.world.shelves.subscriptions.get(id ?? '');
  const isTheirs = subscription?.customer === view.customer.id && !isOver(subscription);
  return subscription && isTheirs ? subscription : null;
}

function act(view: PortalView, reply: FastifyReply, typed: TypedForm): FastifyReply {
  const { features } = view.configuration;
  const subscription = own(view, typed.text('subscription'));
  const action = typed.text('action');
  if (action === 'card' && features.payment_method_update.enabled) {
    return updateCard(view, reply, typed);
  }
  if (action === 'email' && features.customer_update.enabled) {
    return updateEmail(view, reply, typed);
  }
  if (subscription && features.subscription_cancel.enabled) {
    if (action === 'cancel') cancel(view, subscription, typed);
    if (action === 'resume') resume(view.world, subscription);
  }
  return reply.redirect(`${view.path}?view=overview`, 303);
}

/** The portal sets only the date: under flexible billing the older flag stays down. */
function cancel(view: PortalView, subscription: Subscription, typed: TypedForm): void {
  const { world } = view;
  const details = {
    feedback: FEEDBACK.find((option) => option === typed.text('feedback')) ?? null,
    comment: typed.text('comment') || null,
  };
  if (view.configuration.features.subscription_cancel.mode === 'immediately') {
    finish(world, subscription, 'cancellation_requested', details);
    return;
  }
  const { end } = currentPeriod(subscription);
  world.update(
    world.shelves.subscriptions,
    subscription,
    requestCancellation(subscription, world.now(), end, details),
    'customer.subscription.updated',
  );
}

function resume(world: World, subscription: Subscription): void {
  world.update(
    world.shelves.subscriptions,
    subscription,
    withdrawCancellation(subscription),
    'customer.subscription.updated',
  );
}

function updateCard(view: PortalView, reply: FastifyReply, typed: TypedForm): FastifyReply {
  const { world, customer, session } = view;
  const entry = readCard(typedCard(typed), world.now());
  if (!entry.ok) {
    const problem = { field: CARD_FIELD_NAMES[entry.field], message: entry.refusal.message };
    return sendPage(reply, { ...cardPage({ ...view, problem }), status: 400 });
  }
  const name = typed.text('billingName') || null;
  const { paymentMethod, confirmation } = beginCardChange(world, customer.id, entry.card, name);
  switch (confirmation.kind) {
    case 'succeeded':
      return reply.redirect(`${view.path}?view=overview`, 303);
    case 'refused': {
      const problem = { field: 'cardNumber', message: confirmation.refusal.message };
      return sendPage(reply, { ...cardPage({ ...view, problem }), status: 402 });
    }
    case 'requires-action':
      world.shelves.authentications.put({
        id: confirmation.intent.id,
        paymentMethod,
        returnTo: { kind: 'portal', session: session.id },
      });
      return reply.redirect(`/3ds/${confirmation.intent.id}`, 303);
  }
}

function updateEmail(view: PortalView, reply: FastifyReply, typed: TypedForm): FastifyReply {
  const email = typed.text('email');
  if (!/^[^@\s]+@[^@\s]+$/.test(email)) {
    const problem = { field: 'email', message: 'Your email is incomplete.' };
    return sendPage(reply, { ...overviewPage({ ...view, problem }), status: 400 });
  }
  const { world, customer } = view;
  world.update(world.shelves.customers, customer, { email }, 'customer.updated');
  return reply.redirect(`${view.path}?view=overview`, 303);
}

function sendUnknown(reply: FastifyReply): FastifyReply {
  return sendMessage(reply, {
    title: 'Page not found',
    text: 'This link to the portal is not valid. Go back to the site and open it again.',
    status: 404,
  });
}
