/** Everything the simulated account holds, and the one place where a change and its event are made together. */
import type { EventType, StripeEvent, StripeObject } from '../stripe-objects.js';
import { SimulatedClock, type WallClock } from './clock.js';
import type { Collection } from './collection.js';
import { Ids, type RandomSource } from './ids.js';
import { previousAttributes, same } from './previous-attributes.js';
import { API_VERSION, type Settings } from './settings.js';
import { emptyShelves, everyShelf, type Shelves } from './shelves.js';

export interface RequestInfo {
  id: string | null;
  idempotencyKey: string | null;
}

const NO_REQUEST: RequestInfo = { id: null, idempotencyKey: null };

export interface WorldOptions {
  settings: Settings;
  wall: WallClock;
  random: RandomSource;
}

export class World {
  readonly settings: Settings;
  readonly clock: SimulatedClock;
  readonly ids: Ids;
  readonly shelves: Shelves = emptyShelves();
  /** Where the simulator's own pages are, for links made when no request is at hand. */
  publicUrl = 'http://127.0.0.1';
  /** Told once a step is over: what happened in it, possibly nothing but a silent change. */
  afterStep: (events: StripeEvent[]) => void = () => undefined;
  private happened: StripeEvent[] = [];
  private request: RequestInfo = NO_REQUEST;
  private depth = 0;

  constructor(options: WorldOptions) {
    this.settings = options.settings;
    this.clock = new SimulatedClock(options.wall);
    this.ids = new Ids(options.random);
  }

  now(): number {
    return this.clock.now();
  }

  /**
   * One indivisible piece of work. Its events are handed over together when it ends, also when it ends in an error:
   * a refused card leaves its failed intent behind.
   */
  step<Result>(work: () => Result, request: RequestInfo = NO_REQUEST): Result {
    const outer = this.request;
    if (this.depth === 0) this.request = request;
    this.depth += 1;
    try {
      return work();
    } finally {
      this.depth -= 1;
      if (this.depth === 0) {
        const events = this.happened;
        this.happened = [];
        this.request = outer;
        this.afterStep(events);
      }
    }
  }

  /**
   * Work that is undone when it throws, or of which only its answer stays. Objects and events are as they were before,
   * but for the payments that were tried, which a bank remembers.
   */
  tentatively<Result>(
    work: () => Result,
    keep: 'what-it-did' | 'its-answer' = 'what-it-did',
  ): Result {
    const undo = this.remember();
    let isKept = false;
    try {
      const result = work();
      isKept = keep === 'what-it-did';
      return result;
    } finally {
      if (!isKept) undo();
    }
  }

  private remember(): () => void {
    const before = everyShelf(this.shelves)
      .filter(([name]) => name !== 'paymentIntents' && name !== 'charges')
      .map(([, shelf]) => ({ shelf, objects: shelf.all() }));
    const happened = [...this.happened];
    return () => {
      const tried = this.happened
        .slice(happened.length)
        .filter(({ type }) => /^(payment_intent|charge)\.(?!dispute)/.test(type));
      for (const { shelf, objects } of before) shelf.replaceAll(objects);
      for (const event of tried) this.shelves.events.put(event);
      this.happened = [...happened, ...tried];
    };
  }

  /** Keeps a new object and tells about it. */
  create<T extends StripeObject>(shelf: Collection<T>, object: T, event?: EventType): T {
    shelf.put(object);
    if (event) this.emit(event, object);
    return object;
  }

  /** Puts the changed object in the old one's place; the event, if any, names what was there before. */
  update<T extends StripeObject>(
    shelf: Collection<T>,
    before: T,
    changes: Partial<T>,
    event?: EventType,
  ): T {
    const after: T = { ...before, ...changes };
    if (same(before, after)) return before;
    shelf.put(after);
    if (event) this.emit(event, after, previousAttributes(before, after));
    return after;
  }

  emit(type: EventType, object: object, previous?: Record<string, unknown>): void {
    const event: StripeEvent = {
      id: this.ids.next('event'),
      object: 'event',
      api_version: API_VERSION,
      created: this.clock.accountNow(),
      data: previous ? { object, previous_attributes: previous } : { object },
      livemode: false,
      pending_webhooks: 0,
      request: { id: this.request.id, idempotency_key: this.request.idempotencyKey },
      type,
    };
    this.shelves.events.put(event);
    this.happened.push(event);
  }

  clear(): void {
    for (const [, shelf] of everyShelf(this.shelves)) shelf.replaceAll([]);
    this.clock.restore(0);
  }
}
