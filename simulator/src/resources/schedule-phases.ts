/** Reads the phases of a subscription schedule: what each sells, from when, and until when. */
import { after, intervalOf } from '../billing/periods.js';
import { newPhase } from '../billing/schedule-rules.js';
import { invalidParameter, refused } from '../http/errors.js';
import {
  changedMetadata,
  hash,
  integer,
  list,
  metadata,
  nowOrTimestamp,
  oneOf,
  required,
  text,
  timestamp,
  type Params,
} from '../http/rules.js';
import type { Price, SchedulePhase, SubscriptionItem } from '../stripe-objects.js';
import type { World } from '../world/world.js';
import { NEW_ITEM, requiredPrice } from './item-parameters.js';

const PHASE = {
  billing_cycle_anchor: oneOf('automatic', 'phase_start'),
  currency: text(),
  duration: hash({
    interval: required(oneOf('day', 'week', 'month', 'year')),
    interval_count: integer({ min: 1 }),
  }),
  end_date: nowOrTimestamp(),
  items: required(list(NEW_ITEM)),
  // What came before `duration`: how many times the price's own interval. Stripe's CLI still sends it.
  iterations: integer({ min: 1 }),
  metadata: metadata(),
  proration_behavior: oneOf('always_invoice', 'create_prorations', 'none'),
  start_date: nowOrTimestamp(),
  trial_end: timestamp(),
};

export const PHASES = list(hash(PHASE), { max: 10 });

type PhaseParams = Params<typeof PHASE>;

/** One after another without a gap; the first begins at `start`. */
export function readPhases(
  world: World,
  phases: readonly PhaseParams[],
  start: number,
  owned: readonly SubscriptionItem[],
): SchedulePhase[] {
  if (phases.length === 0)
    throw refused('A schedule needs at least one phase.', { param: 'phases' });
  return phases.reduce<SchedulePhase[]>((read, params, index) => {
    const begins = read.at(-1)?.end_date ?? start;
    return [...read, readPhase(world, params, begins, owned, `phases[${index}]`)];
  }, []);
}

function readPhase(
  world: World,
  params: PhaseParams,
  start: number,
  owned: readonly SubscriptionItem[],
  at: string,
): SchedulePhase {
  const asked = params.start_date === 'now' ? world.now() : params.start_date;
  if (asked !== undefined && asked !== start) {
    throw refused(
      `The \`start_date\` of a phase is where the one before it ends, or where the schedule is already; here it is ${start}.`,
      { param: `${at}[start_date]` },
    );
  }
  const items = params.items.map((item, index) => ({
    price: requiredPrice(world, item, `${at}[items][${index}]`, owned),
    quantity: item.quantity ?? 1,
    metadata: changedMetadata({}, item.metadata),
  }));
  const [first] = items;
  if (!first) throw refused('A phase needs at least one item.', { param: `${at}[items]` });
  const end = endOf(world, params, start, first.price, at);
  if (end <= start) {
    throw refused('The end of a phase must be after its start.', { param: `${at}[end_date]` });
  }
  return newPhase({
    currency: first.price.currency,
    items: items.map(({ price, ...item }) => ({ ...item, price: price.id })),
    start,
    end,
    prorationBehavior: params.proration_behavior ?? 'create_prorations',
    billingCycleAnchor: params.billing_cycle_anchor ?? null,
    trialEnd: params.trial_end ?? null,
    metadata: changedMetadata({}, params.metadata),
  });
}

/** As it is asked for, or once the interval of its price. */
function endOf(world: World, params: PhaseParams, start: number, price: Price, at: string): number {
  const { end_date: end, duration, iterations } = params;
  const given = [end, duration, iterations].filter((way) => way !== undefined);
  if (given.length > 1) {
    throw invalidParameter(
      `You may only specify one of these parameters: ${at}[end_date], ${at}[duration].`,
      `${at}[end_date]`,
      'parameters_exclusive',
    );
  }
  if (end !== undefined) return end === 'now' ? world.now() : end;
  if (duration) {
    const { interval, interval_count: count = 1 } = duration;
    return after(start, { interval, interval_count: count }, 1);
  }
  return after(start, intervalOf(price), iterations ?? 1);
}
