/**
 * Brings events to their receivers: at once and concurrently, again and again until one answers 2xx or three days are
 * over.
 */
import type { EventFault, Faults } from '../control/faults.js';
import type { StripeEvent } from '../stripe-objects.js';
import type { Delivery, DeliveryAttempt, Guise } from '../world/private-records.js';
import type { World } from '../world/world.js';
import type { ConfiguredReceivers } from './configured-receivers.js';
import { bodyOf } from './guises.js';
import { receiversOf, type Receiver } from './receivers.js';
import { signatureHeader } from './signature.js';

/** Wall seconds from one attempt to the next; the last one repeats. */
export const DEFAULT_RETRY_SCHEDULE: readonly number[] = [1, 2, 5, 15, 60, 300, 900, 3600];

const GIVE_UP_AFTER = 3 * 24 * 3600 * 1000;
const ANSWER_WITHIN = 20_000;
const AT_ONCE = 24;
const GUISES: readonly Guise[] = ['old-version', 'foreign-mode', 'thin'];
/** How many finished deliveries the log remembers. */
const LOG_LENGTH = 2000;

export interface DeliveryOptions {
  receivers: ConfiguredReceivers;
  faults: Faults;
  retrySchedule: readonly number[];
  log: (line: string) => void;
  /** Told after every change, so that pending deliveries survive a restart. */
  changed: () => void;
}

export class Deliveries {
  private readonly closing = new AbortController();
  private readonly underWay = new Set<string>();
  private readonly watchers = new Set<() => void>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly world: World,
    private readonly options: DeliveryOptions,
  ) {}

  /** Sends the events of one step to everybody who wants them. */
  dispatch(events: readonly StripeEvent[]): void {
    const receivers = receiversOf(this.world, this.options.receivers.current);
    const fresh = events.flatMap((event) => {
      const mine = receivers.filter((receiver) => receiver.wants(event.type));
      // What nobody is told of cannot go astray, and uses up no fault.
      const faults = mine.length === 0 ? [] : this.options.faults.forEvent(event.type);
      const deliver = (sent: StripeEvent, spoilt: readonly EventFault[]) => {
        this.world.shelves.events.put({ ...sent, pending_webhooks: mine.length });
        return mine.flatMap((receiver) => this.newDeliveries(sent, receiver, spoilt));
      };
      const hasTwin = faults.some(({ action }) => action === 'twin');
      const twin = { ...event, id: this.world.ids.next('event') };
      return [...deliver(event, faults), ...(hasTwin ? deliver(twin, []) : [])];
    });
    for (const delivery of this.shuffled(fresh)) this.world.shelves.deliveries.put(delivery);
    this.forgetOldest();
    this.pump();
  }

  /** Sends one event once more to one receiver, as the dashboard's "Resend" does. */
  resend(event: StripeEvent, receiverId: string | undefined): void {
    for (const receiver of receiversOf(this.world, this.options.receivers.current)) {
      if (receiver.id !== (receiverId ?? receiver.id)) continue;
      for (const delivery of this.newDeliveries(event, receiver, [])) {
        this.world.shelves.deliveries.put(delivery);
      }
    }
    this.pump();
  }

  /** Goes on with whatever is due; called when something is added, finished or loaded. */
  pump(): void {
    if (this.closing.signal.aborted) return;
    const now = this.world.clock.wall();
    const pending = this.world.shelves.deliveries.where(({ state }) => state === 'pending');
    for (const delivery of pending) {
      if (this.underWay.size >= AT_ONCE) break;
      if (delivery.dueAt > now || this.underWay.has(delivery.id)) continue;
      if (this.waitsItsTurn(delivery, pending)) continue;
      void this.attempt(delivery);
    }
    this.wakeForNext(pending, now);
  }

  /** Whether everything that is due has had its first attempt, within `milliseconds`. */
  settled(milliseconds: number): Promise<boolean> {
    return this.until(() => {
      const now = this.world.clock.wall();
      return this.world.shelves.deliveries
        .all()
        .every(
          ({ state, attempts, dueAt }) => state !== 'pending' || attempts.length > 0 || dueAt > now,
        );
    }, milliseconds);
  }

  /** Whether this event has been accepted everywhere, within `milliseconds`. */
  accepted(event: string, milliseconds: number): Promise<boolean> {
    return this.until(
      () =>
        this.world.shelves.deliveries
          .where((delivery) => delivery.event === event)
          .every(({ state }) => state !== 'pending'),
      milliseconds,
    );
  }

  /** Ends the attempts under way; what is pending stays pending. */
  close(): void {
    clearTimeout(this.timer);
    this.closing.abort();
    this.notify();
  }

  private newDeliveries(
    event: StripeEvent,
    receiver: Receiver,
    faults: readonly EventFault[],
  ): Delivery[] {
    const fault = (action: EventFault['action']) => faults.find((each) => each.action === action);
    const delivery = (): Delivery => ({
      id: this.world.ids.next('delivery'),
      event: event.id,
      type: event.type,
      receiver: receiver.id,
      url: receiver.url,
      state: fault('drop') ? 'dropped' : 'pending',
      attempts: [],
      dueAt: this.world.clock.wall() + (fault('delay')?.seconds ?? 0) * 1000,
      queue: fault('shuffle') ? `shuffled ${receiver.id}` : null,
      badSignature: fault('bad-signature') !== undefined,
      guise: GUISES.find((guise) => fault(guise)) ?? null,
    });
    const duplicate = fault('duplicate');
    return Array.from({ length: duplicate ? (duplicate.copies ?? 2) : 1 }, delivery);
  }

  /** Deliveries of a queue go out one by one; here their order is drawn by lot. */
  private shuffled(deliveries: Delivery[]): Delivery[] {
    if (!deliveries.some(({ queue }) => queue !== null)) return deliveries;
    const drawn = [...deliveries];
    for (let last = drawn.length - 1; last > 0; last -= 1) {
      const other = this.world.ids.number(last + 1);
      const [one, two] = [drawn[last], drawn[other]];
      if (one && two) [drawn[last], drawn[other]] = [two, one];
    }
    return drawn;
  }

  private waitsItsTurn(delivery: Delivery, pending: readonly Delivery[]): boolean {
    if (delivery.queue === null) return false;
    const first = pending.find(
      ({ queue, attempts }) => queue === delivery.queue && attempts.length === 0,
    );
    return first !== undefined && first.id !== delivery.id;
  }

  private async attempt(delivery: Delivery): Promise<void> {
    this.underWay.add(delivery.id);
    const outcome = await this.post(delivery);
    this.underWay.delete(delivery.id);
    if (this.closing.signal.aborted) return;
    // The account may have been reset while the receiver was thinking.
    if (this.world.shelves.deliveries.get(delivery.id)) this.record(delivery, outcome);
    this.notify();
    this.pump();
  }

  private record(delivery: Delivery, outcome: DeliveryAttempt): void {
    const attempts = [...delivery.attempts, outcome];
    const accepted = outcome.status !== null && outcome.status >= 200 && outcome.status < 300;
    const { retrySchedule, log } = this.options;
    const seconds = retrySchedule[Math.min(attempts.length, retrySchedule.length) - 1] ?? 3600;
    const dueAt = this.world.clock.wall() + seconds * 1000;
    const firstAt = attempts[0]?.at ?? outcome.at;
    const state = accepted ? 'delivered' : dueAt - firstAt > GIVE_UP_AFTER ? 'given-up' : 'pending';
    this.world.shelves.deliveries.put({ ...delivery, attempts, state, dueAt });
    if (state === 'delivered') {
      const event = this.world.shelves.events.get(delivery.event);
      if (event) {
        const left = Math.max(0, event.pending_webhooks - 1);
        this.world.shelves.events.put({ ...event, pending_webhooks: left });
      }
    } else {
      const why = outcome.status === null ? outcome.error : `answered ${outcome.status}`;
      const next = state === 'pending' ? `again in ${seconds} s` : 'given up';
      log(`${delivery.type} ${delivery.event} to ${delivery.url}: ${why}; ${next}`);
    }
    this.options.changed();
  }

  private async post(delivery: Delivery): Promise<DeliveryAttempt> {
    const at = this.world.clock.wall();
    const started = performance.now();
    const done = (status: number | null, error: string | null): DeliveryAttempt => ({
      at,
      status,
      error,
      milliseconds: Math.round(performance.now() - started),
    });
    // The receiver may have moved or changed its secret since the last attempt.
    const receiver = receiversOf(this.world, this.options.receivers.current).find(
      ({ id }) => id === delivery.receiver,
    );
    if (!receiver) return done(null, 'the endpoint no longer exists');
    const event = this.world.shelves.events.get(delivery.event);
    if (!event) return done(null, 'the event no longer exists');
    // One that was kept before there were guises has none.
    const body = bodyOf(this.world, event, delivery.guise ?? null);
    const secrets = delivery.badSignature ? ['whsec_not_the_secret'] : receiver.secrets;
    try {
      const answer = await fetch(receiver.url, {
        method: 'POST',
        body,
        redirect: 'manual',
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'user-agent': 'Stripe/1.0 (simulator)',
          'stripe-signature': signatureHeader(body, secrets, Math.floor(at / 1000)),
        },
        signal: AbortSignal.any([this.closing.signal, AbortSignal.timeout(ANSWER_WITHIN)]),
      });
      await answer.body?.cancel();
      return done(answer.status, null);
    } catch (error) {
      return done(null, reasonOf(error));
    }
  }

  private wakeForNext(pending: readonly Delivery[], now: number): void {
    clearTimeout(this.timer);
    const waiting = pending.filter(({ dueAt }) => dueAt > now).map(({ dueAt }) => dueAt);
    if (waiting.length === 0) return;
    const soonest = waiting.reduce((earliest, dueAt) => Math.min(earliest, dueAt));
    const wait = Math.min(Math.max(10, soonest - now), 60_000);
    this.timer = setTimeout(() => this.pump(), wait);
    this.timer.unref();
  }

  private forgetOldest(): void {
    const finished = this.world.shelves.deliveries.where(({ state }) => state !== 'pending');
    for (const old of finished.slice(0, Math.max(0, finished.length - LOG_LENGTH))) {
      this.world.shelves.deliveries.remove(old.id);
    }
  }

  private until(isSo: () => boolean, milliseconds: number): Promise<boolean> {
    if (isSo()) return Promise.resolve(true);
    return new Promise((resolve) => {
      const end = (answer: boolean) => {
        clearTimeout(limit);
        this.watchers.delete(watch);
        resolve(answer);
      };
      const watch = () => {
        if (isSo()) end(true);
        else if (this.closing.signal.aborted) end(false);
      };
      const limit = setTimeout(() => end(isSo()), milliseconds);
      this.watchers.add(watch);
    });
  }

  private notify(): void {
    // A watcher that is satisfied takes itself off the set, which a walk over it allows.
    for (const watch of this.watchers) watch();
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
