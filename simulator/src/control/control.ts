/** /_sim: what a test or a developer does to the simulator itself. Stripe has nothing like it. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { closeDispute } from '../billing/disputing.js';
import { FRAUD_TYPES, isFraudType, warnOfFraud } from '../billing/fraud-warnings.js';
import { StripeError } from '../http/errors.js';
import { paidCharge } from '../resources/charges.js';
import { openDisputeById } from '../resources/disputes.js';
import type { Simulator } from '../simulator.js';
import { everyShelf } from '../world/shelves.js';
import { field, idIn } from './body.js';
import { completeSession } from './completion.js';
import { readFaults } from './faults.js';
import { readRoll } from './secrets.js';
import { completedDelivery } from './waiting.js';

const SETTLE_MILLISECONDS = 15_000;
const LONGEST_ADVANCE = 10 * 366 * 86_400;

export function registerControl(server: FastifyInstance, simulator: Simulator): void {
  const { world, faults, deliveries, receivers } = simulator;
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

  server.post('/_sim/checkout/sessions/:id/complete', (request, reply) =>
    orRefusal(reply, async () => {
      const session = completeSession(simulator, idIn(request.params), request.body);
      await completedDelivery(simulator, session);
      return { session };
    }),
  );

  server.post('/_sim/events/:id/deliver', async (request, reply) => {
    const event = world.shelves.events.get(idIn(request.params));
    if (!event) return reject(reply, 'There is no such event.', 404);
    deliveries.resend(event, undefined);
    await deliveries.settled(SETTLE_MILLISECONDS);
    return { event: event.id };
  });

  server.put('/_sim/secrets', (request, reply) => {
    const roll = readRoll(request.body);
    if (typeof roll === 'string') return reject(reply, roll);
    receivers.roll(roll.secret, roll.overlapSeconds);
    return {
      receivers: receivers.current.map(({ url, secrets }) => ({ url, signs: secrets.length })),
    };
  });

  server.post('/_sim/disputes/:id/close', (request, reply) => {
    const outcome = field(request.body, 'outcome');
    if (outcome !== 'won' && outcome !== 'lost') {
      return reject(reply, '"outcome" is "won" or "lost".');
    }
    return orRefusal(reply, () => {
      const dispute = openDisputeById(world, idIn(request.params));
      return { dispute: world.step(() => closeDispute(world, dispute, outcome)) };
    });
  });

  server.post('/_sim/charges/:id/fraud-warning', (request, reply) => {
    const fraudType = field(request.body, 'fraudType');
    if (!isFraudType(fraudType)) {
      return reject(reply, `"fraudType" is one of ${FRAUD_TYPES.join(', ')}.`);
    }
    return orRefusal(reply, () => {
      const charge = paidCharge(world, idIn(request.params));
      return { earlyFraudWarning: world.step(() => warnOfFraud(world, charge, fraudType)) };
    });
  });
}

/** What cannot be done is answered as the API would answer it. */
async function orRefusal(
  reply: FastifyReply,
  work: () => object | Promise<object>,
): Promise<object> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof StripeError)) throw error;
    return reply.code(error.status).send(error.envelope);
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
    struck: faults.struck,
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
