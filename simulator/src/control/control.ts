// /_sim: what a test or a developer does to the simulator itself. Stripe has nothing like it.
import type { FastifyInstance, FastifyReply } from 'fastify';
import { closeDispute } from '../billing/disputing.js';
import { cardFromNumber } from '../checkout/card-entry.js';
import {
  answerAuthentication,
  needsCard,
  submit,
  type Completion,
} from '../checkout/completing.js';
import { cardRefused, invalidParameter, refused, StripeError } from '../http/errors.js';
import { existingSession } from '../resources/checkout-sessions.js';
import { openDisputeById } from '../resources/disputes.js';
import type { Simulator } from '../simulator.js';
import type { CheckoutSession } from '../stripe-objects.js';
import { everyShelf } from '../world/shelves.js';
import { readFaults } from './faults.js';
import { completedDelivery } from './waiting.js';

const LONGEST_ADVANCE = 10 * 366 * 86_400;

export function registerControl(server: FastifyInstance, simulator: Simulator): void {
  const { world, faults } = simulator;
  const clock = () => ({
    now: new Date(world.now() * 1000).toISOString(),
    offsetSeconds: world.clock.offsetSeconds,
  });

  server.get('/_sim/health', () => ({ status: 'ok' }));

  server.get('/_sim/clock', clock);

  server.post('/_sim/clock/advance', async (request, reply) => {
    const seconds = field(request.body, 'seconds');
    const isUsable =
      typeof seconds === 'number' &&
      Number.isInteger(seconds) &&
      seconds >= 0 &&
      seconds <= LONGEST_ADVANCE;
    if (!isUsable) {
      return reject(reply, `"seconds" is a whole number from 0 to ${LONGEST_ADVANCE}.`);
    }
    const { events, allTried } = await simulator.advance(seconds);
    return { ...clock(), events, deliveriesTried: allTried };
  });

  server.post('/_sim/clock/set', (request, reply) => {
    const now = field(request.body, 'now');
    const instant = typeof now === 'string' ? Date.parse(now) : Number.NaN;
    if (Number.isNaN(instant))
      return reject(reply, '"now" is an instant like 2026-01-31T12:00:00Z.');
    if (!simulator.setClock(Math.floor(instant / 1000))) {
      return reject(
        reply,
        'The clock can be set only while there is no subscription; advance it instead, or reset.',
        409,
      );
    }
    return clock();
  });

  server.get('/_sim/state', () => stateOf(simulator));

  server.get('/_sim/deliveries', () => ({ deliveries: deliveryLog(simulator) }));

  server.get('/_sim/faults', () => faults.current);

  server.put('/_sim/faults', (request, reply) => {
    const list = readFaults(request.body);
    if (typeof list === 'string') return reject(reply, list);
    faults.set(list);
    return faults.current;
  });

  server.post('/_sim/reset', () => {
    simulator.reset();
    return { status: 'reset', ...clock() };
  });

  server.post('/_sim/checkout/sessions/:id/complete', async (request, reply) => {
    try {
      const session = completeSession(simulator, idIn(request.params), request.body);
      await completedDelivery(simulator, session);
      return { session };
    } catch (error) {
      if (!(error instanceof StripeError)) throw error;
      return reply.code(error.status).send(error.envelope);
    }
  });

  server.post('/_sim/disputes/:id/close', (request, reply) => {
    const outcome = field(request.body, 'outcome');
    if (outcome !== 'won' && outcome !== 'lost') {
      return reject(reply, '"outcome" is "won" or "lost".');
    }
    try {
      const dispute = openDisputeById(world, idIn(request.params));
      return { dispute: world.step(() => closeDispute(world, dispute, outcome)) };
    } catch (error) {
      if (!(error instanceof StripeError)) throw error;
      return reply.code(error.status).send(error.envelope);
    }
  });
}

/** Does what the page's button does, and answers its 3-D Secure page too. */
function completeSession({ world }: Simulator, id: string, body: unknown): CheckoutSession {
  const session = existingSession(world, id);
  if (session.status !== 'open') throw refused(`This Checkout Session is ${session.status}.`);
  const typed = field(body, 'card');
  const name = field(body, 'name');
  const email = field(body, 'email');
  if (typeof typed !== 'string' && needsCard(world, session)) {
    throw invalidParameter('Missing required param: card.', 'card', 'parameter_missing');
  }
  const entry = typeof typed === 'string' ? cardFromNumber(typed, world.now()) : null;
  if (entry && !entry.ok) throw cardRefused(entry.refusal);
  return world.step(() => {
    const completion = submit(world, session, {
      card: entry?.card ?? null,
      name: typeof name === 'string' ? name : 'Jenny Rosen',
      email:
        typeof email === 'string'
          ? email
          : (session.customer_details?.email ?? 'jenny.rosen@example.com'),
      quantities: quantitiesFrom(world.shelves.checkoutPlans.get(id)?.lineItems ?? [], body),
    });
    return completed(authenticate(world, session, completion, field(body, 'threeDSecure')));
  });
}

/** One `quantity` for every line that lets the member choose. */
function quantitiesFrom(items: readonly { id: string }[], body: unknown): Record<string, number> {
  const quantity = field(body, 'quantity');
  if (typeof quantity !== 'number' || !Number.isInteger(quantity)) return {};
  return Object.fromEntries(items.map(({ id }) => [id, quantity]));
}

function authenticate(
  world: Simulator['world'],
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

function stateOf({ world, faults }: Simulator): object {
  const hidden = new Set(['deliveries', 'answers', 'endpointSecrets', 'portalTokens']);
  const shelves = everyShelf(world.shelves)
    .filter(([name]) => !hidden.has(name))
    .map(([name, shelf]): [string, object[]] => [name, shelf.all()]);
  return {
    now: new Date(world.now() * 1000).toISOString(),
    offsetSeconds: world.clock.offsetSeconds,
    settings: world.settings,
    faults: faults.current,
    pendingDeliveries: world.shelves.deliveries.where(({ state }) => state === 'pending').length,
    ...Object.fromEntries<object[]>(shelves),
  };
}

function deliveryLog({ world }: Simulator): object[] {
  return world.shelves.deliveries.newestFirst().map(({ dueAt, ...delivery }) => ({
    ...delivery,
    nextAttemptAt: delivery.state === 'pending' ? new Date(dueAt).toISOString() : null,
  }));
}

function reject(reply: FastifyReply, message: string, status = 400): FastifyReply {
  return reply.code(status).send({ error: { type: 'simulator_error', message } });
}

function field(body: unknown, name: string): unknown {
  const isHash = typeof body === 'object' && body !== null;
  return isHash ? Object.entries(body).find(([key]) => key === name)?.[1] : undefined;
}

function idIn(params: unknown): string {
  const id = field(params, 'id');
  return typeof id === 'string' ? id : '';
}
