// Finds what falls due next anywhere in the account, and takes everything in the order of its instants.
import type { World } from '../world/world.js';
import { expireSession } from '../checkout/expiring.js';
import { collect, finalizeAndCollect } from './collecting.js';
import { nextTurn } from './subscription-rules.js';
import { take } from './turns.js';

interface Due {
  at: number;
  happen: () => void;
}

/** Works through everything due up to `until`, each at its own simulated instant. */
export function catchUp(world: World, until: number): void {
  for (let due = nextDue(world); due !== null && due.at <= until; due = nextDue(world)) {
    const { happen } = due;
    world.clock.at(due.at, () => world.step(happen));
  }
}

function nextDue(world: World): Due | null {
  let earliest: Due | null = null;
  for (const due of everythingDue(world)) {
    if (earliest === null || due.at < earliest.at) earliest = due;
  }
  return earliest;
}

function* everythingDue(world: World): Generator<Due> {
  const { checkoutSessions, subscriptions, invoices, notices } = world.shelves;
  // Invoices go before subscriptions: at one instant, what is old is settled before something new begins.
  for (const invoice of invoices.all()) {
    if (invoice.status === 'draft' && invoice.automatically_finalizes_at !== null) {
      yield {
        at: invoice.automatically_finalizes_at,
        happen: () => finalizeAndCollect(world, invoice),
      };
    } else if (invoice.status === 'open' && invoice.next_payment_attempt !== null) {
      yield {
        at: invoice.next_payment_attempt,
        happen: () => collect(world, invoice, { automatic: true }),
      };
    }
  }
  for (const subscription of subscriptions.all()) {
    const turn = nextTurn(subscription, notices.get(subscription.id), world.settings);
    if (turn) yield { at: turn.at, happen: () => take(world, subscription, turn) };
  }
  for (const session of checkoutSessions.all()) {
    if (session.status === 'open') {
      yield { at: session.expires_at, happen: () => expireSession(world, session) };
    }
  }
}
