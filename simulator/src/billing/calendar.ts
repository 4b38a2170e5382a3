/** Finds what falls due next anywhere in the account, and takes everything in the order of its instants. */
import type { World } from '../world/world.js';
import { expireSession } from '../checkout/expiring.js';
import { collect, finalizeAndCollect } from './collecting.js';
import { livesBy } from './customer-time.js';
import { discountEnds, endDiscount } from './discounting.js';
import { expireCoupon, expirePromotionCode } from './redeeming.js';
import { expiryNoticeAt, nextBoundary } from './schedule-rules.js';
import { announceExpiry, passBoundary } from './scheduling.js';
import { isOver, nextTurn } from './subscription-rules.js';
import { deleteTestClock } from './test-clock-deletion.js';
import { take } from './turns.js';

interface Due {
  at: number;
  happen: () => void;
}

/** Works through everything due up to `until`, each at its own simulated instant. */
export function catchUp(world: World, until: number): void {
  const next = () => earliest([...customersDue(world, null), ...accountDue(world)]);
  for (let due = next(); due !== null && due.at <= until; due = next()) {
    const { happen } = due;
    world.clock.at(due.at, () => world.step(happen));
  }
}

/** The same for the customers of one test clock, who live by no other time. */
export function catchUpClock(world: World, clock: string, until: number): void {
  const next = () => earliest(customersDue(world, clock));
  for (let due = next(); due !== null && due.at <= until; due = next()) {
    const { happen } = due;
    world.clock.frozenAt(due.at, () => world.step(happen));
  }
}

function earliest(everything: Iterable<Due>): Due | null {
  let first: Due | null = null;
  for (const due of everything) {
    if (first === null || due.at < first.at) first = due;
  }
  return first;
}

function* customersDue(world: World, clock: string | null): Generator<Due> {
  const { subscriptions, subscriptionSchedules, invoices, notices, scheduleNotices } =
    world.shelves;
  const mine = livesBy(world, clock);
  // Invoices go before subscriptions: at one instant, what is old is settled before something new begins.
  for (const invoice of invoices.where(mine)) {
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
  // Discounts whose time is over go before the subscription renews.
  for (const subscription of subscriptions.where(mine)) {
    if (subscription.discounts.length === 0 || isOver(subscription)) continue;
    for (const { at, discount } of discountEnds(world, subscription)) {
      yield { at, happen: () => endDiscount(world, discount) };
    }
  }
  for (const subscription of subscriptions.where(mine)) {
    const turn = nextTurn(subscription, notices.get(subscription.id), world.settings);
    if (turn) yield { at: turn.at, happen: () => take(world, subscription, turn) };
  }
  // After subscriptions: a renewal at a phase's boundary is billed as the new phase says already.
  for (const schedule of subscriptionSchedules.where(mine)) {
    const at = nextBoundary(schedule);
    if (at === null) continue;
    yield { at, happen: () => passBoundary(world, schedule) };
    const announcedAt = expiryNoticeAt(schedule, scheduleNotices.get(schedule.id));
    if (announcedAt !== null) {
      yield { at: announcedAt, happen: () => announceExpiry(world, schedule) };
    }
  }
}

/** What belongs to no customer's time: sessions, coupons and codes, and the test clocks themselves. */
function* accountDue(world: World): Generator<Due> {
  const { checkoutSessions, coupons, promotionCodes, testClocks } = world.shelves;
  for (const session of checkoutSessions.all()) {
    if (session.status === 'open') {
      yield { at: session.expires_at, happen: () => expireSession(world, session) };
    }
  }
  for (const coupon of coupons.all()) {
    if (coupon.valid && coupon.redeem_by !== null) {
      yield { at: coupon.redeem_by, happen: () => expireCoupon(world, coupon) };
    }
  }
  for (const code of promotionCodes.all()) {
    if (code.active && code.expires_at !== null) {
      yield { at: code.expires_at, happen: () => expirePromotionCode(world, code) };
    }
  }
  for (const clock of testClocks.all()) {
    yield { at: clock.deletes_after, happen: () => deleteTestClock(world, clock) };
  }
}
