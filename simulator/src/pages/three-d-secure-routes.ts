/** /3ds/:intent: stands in for the page on which a bank asks the holder of a card whether it is them. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { stepFor } from '../billing/customer-time.js';
import { changeCard } from '../billing/card-change.js';
import { isDeleted } from '../billing/owners.js';
import { collectAuthenticated } from '../billing/collecting.js';
import { confirmSetup, failedAuthentication, failSetup } from '../billing/paying.js';
import { answerAuthentication } from '../checkout/completing.js';
import { isPayable } from '../checkout/payable.js';
import { completedDelivery } from '../control/waiting.js';
import { answerForCaller } from '../resources/confirming.js';
import type { Simulator } from '../simulator.js';
import type { PendingAuthentication } from '../world/private-records.js';
import type { World } from '../world/world.js';
import { leave } from './checkout-routes.js';
import { typedForm } from './fields.js';
import { html } from './html.js';
import { sendMessage, sendPage } from './layout.js';
import { afterChange } from './portal-frame.js';

interface Address {
  Params: { id: string };
}

export function registerThreeDSecure(server: FastifyInstance, simulator: Simulator): void {
  const { world } = simulator;

  server.get<Address>('/3ds/:id', (request, reply) => {
    const pending = pendingFor(world, request.params.id);
    if (!pending) return sendNothingToDo(reply);
    return sendPage(reply, {
      title: '3-D Secure test page',
      narrow: true,
      leadsTo: [
        sessionOf(world, pending)?.success_url ?? null,
        portalReturn(world, pending),
        pending.returnTo.kind === 'caller' ? pending.returnTo.url : null,
      ],
      body: html`<section class="panel">
        <h1>3-D Secure test page</h1>
        <p>
          Your bank would ask here whether it is you who is paying. Choose what it shall answer.
        </p>
        <form method="post" action="/3ds/${pending.id}" class="buttons">
          <button class="main" type="submit" name="answer" value="complete">Complete</button>
          <button type="submit" name="answer" value="fail">Fail</button>
        </form>
      </section>`,
    });
  });

  server.post<Address>('/3ds/:id', async (request, reply) => {
    const pending = pendingFor(world, request.params.id);
    if (!pending) return sendNothingToDo(reply);
    const passed = typedForm(request).text('answer') === 'complete';
    switch (pending.returnTo.kind) {
      case 'checkout':
        return answerForCheckout(simulator, reply, pending, passed);
      case 'invoice':
        return answerForInvoice(world, reply, pending, pending.returnTo.invoice, passed);
      case 'portal':
        return answerForPortal(world, reply, pending, pending.returnTo.session, passed);
      case 'caller':
        return answerForIntent(world, reply, pending.id, pending.returnTo.url, passed);
    }
  });
}

/** What waits for an answer; a renewal that the bank stopped has nobody waiting, but its invoice is known. */
function pendingFor(world: World, intentId: string): PendingAuthentication | null {
  const waiting = world.shelves.authentications.get(intentId);
  if (waiting) return waiting;
  const intent = world.shelves.paymentIntents.get(intentId);
  const [payment] = world.shelves.invoicePayments.where(
    (each) => each.payment.payment_intent === intentId,
  );
  if (intent?.status !== 'requires_action' || intent.payment_method === null || !payment)
    return null;
  return {
    id: intentId,
    paymentMethod: intent.payment_method,
    returnTo: { kind: 'invoice', invoice: payment.invoice },
  };
}

function sessionOf(world: World, { returnTo }: PendingAuthentication) {
  return returnTo.kind === 'checkout'
    ? world.shelves.checkoutSessions.get(returnTo.session)
    : undefined;
}

/** A card that was changed in the portal may lead out of it. */
function portalReturn(world: World, { returnTo }: PendingAuthentication): string | null {
  if (returnTo.kind !== 'portal') return null;
  const session = world.shelves.portalSessions.get(returnTo.session);
  return session?.flow?.after_completion.redirect?.return_url ?? null;
}

async function answerForCheckout(
  simulator: Simulator,
  reply: FastifyReply,
  pending: PendingAuthentication,
  passed: boolean,
): Promise<FastifyReply> {
  const { world } = simulator;
  const session = sessionOf(world, pending);
  if (!session || !isPayable(world, session)) return sendNothingToDo(reply);
  const completion = world.step(() => answerAuthentication(world, session, pending, passed));
  if (completion.kind !== 'complete') {
    return reply.redirect(`/c/pay/${session.id}?authentication=failed`, 303);
  }
  await completedDelivery(simulator, completion.session);
  return leave(reply, completion.session);
}

function answerForInvoice(
  world: World,
  reply: FastifyReply,
  pending: PendingAuthentication,
  invoiceId: string,
  passed: boolean,
): FastifyReply {
  const invoice = world.shelves.invoices.get(invoiceId);
  const intent = world.shelves.paymentIntents.get(pending.id);
  if (!invoice || !intent) return sendNothingToDo(reply);
  world.shelves.authentications.remove(pending.id);
  if (invoice.status === 'open' && !isDeleted(world, invoice.customer)) {
    stepFor(world, invoice.customer, () => collectAuthenticated(world, invoice, intent, passed));
  }
  return reply.redirect(`/i/${invoice.id}${passed ? '' : '?authentication=failed'}`, 303);
}

function answerForPortal(
  world: World,
  reply: FastifyReply,
  pending: PendingAuthentication,
  sessionId: string,
  passed: boolean,
): FastifyReply {
  const session = world.shelves.portalSessions.get(sessionId);
  const intent = world.shelves.setupIntents.get(pending.id);
  if (!session || !intent) return sendNothingToDo(reply);
  world.shelves.authentications.remove(pending.id);
  if (isDeleted(world, session.customer)) return sendNothingToDo(reply);
  stepFor(world, session.customer, () => {
    if (!passed) {
      failSetup(world, intent, failedAuthentication('setup_intent'));
      return;
    }
    confirmSetup(world, intent, { justAuthenticated: true });
    changeCard(world, session.customer, pending.paymentMethod);
  });
  const { pathname } = new URL(session.url);
  const next = passed
    ? afterChange(pathname, session, ['payment_method_update'])
    : `${pathname}?view=card&authentication=failed`;
  return reply.redirect(next, 303);
}

/** An intent made through the API: its page leads back to where the caller said. */
function answerForIntent(
  world: World,
  reply: FastifyReply,
  intent: string,
  url: string | null,
  passed: boolean,
): FastifyReply {
  const wentThrough = world.step(() => answerForCaller(world, intent, passed));
  if (url === null) {
    return sendMessage(reply, {
      title: wentThrough ? 'Confirmed' : 'Not confirmed',
      text: 'You may close this page.',
      status: 200,
    });
  }
  const target = new URL(url);
  target.searchParams.set(intent.startsWith('seti_') ? 'setup_intent' : 'payment_intent', intent);
  target.searchParams.set('redirect_status', wentThrough ? 'succeeded' : 'failed');
  return reply.redirect(target.href, 303);
}

function sendNothingToDo(reply: FastifyReply): FastifyReply {
  return sendMessage(reply, {
    title: 'Nothing to confirm',
    text: 'No payment is waiting for this page.',
    status: 404,
  });
}
