/** /p/session/:token: what a member may do for themselves, as far as the portal's configuration lets them. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { stepFor } from '../billing/customer-time.js';
import { beginCardChange } from '../billing/card-change.js';
import { requestCancellation, withdrawCancellation } from '../billing/cancelling.js';
import { AUTHENTICATION_FAILED } from '../billing/cards.js';
import { finish } from '../billing/ending.js';
import { scheduleOf } from '../billing/phases.js';
import { releaseSchedule } from '../billing/scheduling.js';
import { currentPeriod, isOver } from '../billing/subscription-rules.js';
import { readCard } from '../checkout/card-entry.js';
import { FEEDBACK } from '../resources/subscription-parameters.js';
import { StripeError } from '../http/errors.js';
import { changePlan } from '../portal/changing-plan.js';
import { judge, mayChange } from '../portal/plan-rules.js';
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
import { afterChange, donePage, type PortalView } from './portal-frame.js';
import { cancelPage, cardPage, overviewPage } from './portal-page.js';
import { confirmPage, updatePage, wishFrom } from './portal-plan-page.js';

interface Visit {
  Params: { token: string };
  Querystring: {
    view?: string;
    subscription?: string;
    authentication?: string;
    price?: string;
    quantity?: string;
  };
}

export function registerPortal(server: FastifyInstance, { world }: Simulator): void {
  server.get<Visit>('/p/session/:token', (request, reply) => {
    const failed = request.query.authentication === 'failed';
    const problem = failed ? { field: null, message: AUTHENTICATION_FAILED } : null;
    const view = viewOf(world, request.params.token, EMPTY_FORM, problem);
    if (!view) return sendUnknown(reply);
    // A session made for one purpose begins with it; the way back from there leads to `?view=overview`.
    const asked = request.query.view === undefined ? flowOf(view) : request.query;
    return sendPage(reply, pageFor(view, asked));
  });

  server.post<Visit>('/p/session/:token', (request, reply) => {
    const typed = typedForm(request);
    const view = viewOf(world, request.params.token, typed, null);
    if (!view) return sendUnknown(reply);
    return stepFor(world, view.session.customer, () => act(view, reply, typed));
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

type Asked = Visit['Querystring'];

/** The page a session was made for. */
function flowOf({ session }: PortalView): Asked {
  const { flow } = session;
  switch (flow?.type) {
    case 'payment_method_update':
      return { view: 'card' };
    case 'subscription_cancel':
      return { view: 'cancel', ...flow.subscription_cancel };
    case 'subscription_update':
      return { view: 'update', ...flow.subscription_update };
    case 'subscription_update_confirm': {
      const asked = flow.subscription_update_confirm;
      const item = asked?.items[0];
      return {
        view: 'confirm',
        subscription: asked?.subscription,
        price: item?.price ?? undefined,
        quantity: item?.quantity === undefined ? undefined : String(item.quantity),
      };
    }
    default:
      return {};
  }
}

function pageFor(view: PortalView, asked: Asked): Page {
  const { features } = view.configuration;
  if (asked.view === 'card' && features.payment_method_update.enabled) return cardPage(view);
  if (asked.view === 'done') return donePage(view);
  const subscription = own(view, asked.subscription);
  if (!subscription) return overviewPage(view);
  if (asked.view === 'cancel' && features.subscription_cancel.enabled) {
    return subscription.cancel_at === null ? cancelPage(view, subscription) : overviewPage(view);
  }
  if (!mayChange(subscription, features.subscription_update)) return overviewPage(view);
  if (asked.view === 'update') return updatePage(view, subscription);
  const { price, quantity } = asked;
  const wish = wishFrom(view, subscription, { price, quantity });
  return asked.view === 'confirm' && wish
    ? confirmPage(view, subscription, wish)
    : overviewPage(view);
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
    if (action === 'cancel') {
      cancel(view, subscription, typed);
      return done(view, reply, 'subscription_cancel');
    }
    if (action === 'resume') resume(view.world, subscription);
  }
  if (subscription && features.subscription_update.enabled) {
    if (action === 'update') return updatePlan(view, reply, subscription, typed);
    if (action === 'keep') withoutSchedule(view.world, subscription);
  }
  return reply.redirect(`${view.path}?view=overview`, 303);
}

function done(view: PortalView, reply: FastifyReply, ...purposes: string[]): FastifyReply {
  return reply.redirect(afterChange(view.path, view.session, purposes), 303);
}

function updatePlan(
  view: PortalView,
  reply: FastifyReply,
  subscription: Subscription,
  typed: TypedForm,
): FastifyReply {
  const { world } = view;
  const feature = view.configuration.features.subscription_update;
  const asked = { price: typed.text('price'), quantity: typed.text('quantity') };
  const wish = wishFrom(view, subscription, asked);
  if (!wish) return reply.redirect(`${view.path}?view=overview`, 303);
  const judgement = judge(subscription, feature, wish);
  if (judgement.kind === 'refused' || judgement.kind === 'unchanged') {
    return sendPage(reply, { ...confirmPage(view, subscription, wish), status: 400 });
  }
  try {
    changePlan(world, subscription, feature, wish, judgement);
  } catch (error) {
    if (!(error instanceof StripeError)) throw error;
    const problem = { field: null, message: error.body.message };
    const page = confirmPage({ ...view, problem }, subscription, wish);
    return sendPage(reply, { ...page, status: error.status });
  }
  return done(view, reply, 'subscription_update', 'subscription_update_confirm');
}

/** A change that was planned is given up; answers the subscription without it. */
function withoutSchedule(world: World, subscription: Subscription): Subscription {
  const schedule = scheduleOf(world, subscription);
  if (!schedule) return subscription;
  releaseSchedule(world, schedule, false);
  return world.shelves.subscriptions.get(subscription.id) ?? subscription;
}

/** The portal sets only the date: under flexible billing the older flag stays down. */
function cancel(view: PortalView, planned: Subscription, typed: TypedForm): void {
  const { world } = view;
  const subscription = withoutSchedule(world, planned);
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
      return done(view, reply, 'payment_method_update');
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
