/** /v1/test_helpers/test_clocks: time that is moved for a few customers alone. */
import { after } from '../billing/periods.js';
import { isOver } from '../billing/subscription-rules.js';
import { livesBy } from '../billing/customer-time.js';
import { deleteTestClock } from '../billing/test-clock-deletion.js';
import { beginAdvancing } from '../billing/test-clocks.js';
import { endpoint, type Endpoint } from '../http/endpoint.js';
import { noSuch, refused } from '../http/errors.js';
import { PAGE, page } from '../http/pagination.js';
import { required, text, timestamp } from '../http/rules.js';
import type { TestClock } from '../stripe-objects.js';
import { DAY } from '../world/settings.js';
import type { World } from '../world/world.js';

const LIFETIME = 30 * DAY;
const MOST_INTERVALS = 2;

function existing(world: World, id: string): TestClock {
  const clock = world.shelves.testClocks.get(id);
  if (!clock) throw noSuch('test_clock', id);
  return clock;
}

/** Two periods of the subscription that renews soonest; two years where nothing renews. */
function furthest(world: World, clock: TestClock): number {
  const ends = world.shelves.subscriptions
    .where(livesBy(world, clock.id))
    .filter((subscription) => !isOver(subscription))
    .flatMap(({ items }) => items.data)
    .map(({ price }) => price.recurring)
    .filter((recurring) => recurring !== null)
    .map((interval) => after(clock.frozen_time, interval, MOST_INTERVALS));
  const twoYears = after(
    clock.frozen_time,
    { interval: 'year', interval_count: 1 },
    MOST_INTERVALS,
  );
  return ends.length === 0 ? twoYears : Math.min(...ends);
}

function requireReachable(world: World, clock: TestClock, target: number): void {
  if (clock.status === 'advancing') {
    throw refused('Test clock advancement underway - cannot advance it again before it is ready.');
  }
  if (clock.status === 'internal_failure') {
    throw refused('This test clock has failed; it can only be deleted.');
  }
  if (target <= clock.frozen_time) {
    throw refused('`frozen_time` must be after the current frozen time of the test clock.', {
      param: 'frozen_time',
    });
  }
  if (target > furthest(world, clock)) {
    throw refused(
      'A test clock can be advanced by at most two intervals of its shortest subscription at once, or by two years where it has none.',
      { param: 'frozen_time' },
    );
  }
}

export const testClocks: Endpoint[] = [
  endpoint(
    'POST',
    '/v1/test_helpers/test_clocks',
    { frozen_time: required(timestamp()), name: text({ max: 300 }) },
    ({ world, params }) => {
      const clock: TestClock = {
        id: world.ids.next('testClock'),
        object: 'test_helpers.test_clock',
        created: world.clock.accountNow(),
        deletes_after: world.clock.accountNow() + LIFETIME,
        frozen_time: params.frozen_time,
        livemode: false,
        name: params.name ?? null,
        status: 'ready',
        status_details: {},
      };
      return world.create(world.shelves.testClocks, clock, 'test_helpers.test_clock.created');
    },
  ),

  endpoint('GET', '/v1/test_helpers/test_clocks/:id', {}, ({ world, id }) => existing(world, id)),

  endpoint('GET', '/v1/test_helpers/test_clocks', PAGE, ({ world, params }) =>
    page(world.shelves.testClocks.newestFirst(), params, '/v1/test_helpers/test_clocks'),
  ),

  endpoint(
    'POST',
    '/v1/test_helpers/test_clocks/:id/advance',
    { frozen_time: required(timestamp()) },
    ({ world, id, params }) => {
      const clock = existing(world, id);
      requireReachable(world, clock, params.frozen_time);
      return beginAdvancing(world, clock, params.frozen_time);
    },
  ),

  endpoint('DELETE', '/v1/test_helpers/test_clocks/:id', {}, ({ world, id }) => {
    deleteTestClock(world, existing(world, id));
    return { id, object: 'test_helpers.test_clock', deleted: true };
  }),
];
