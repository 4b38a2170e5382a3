/** Two subscriptions of one person that began within the same second, of which we first hear at once. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Reconciliation } from '../../src/billing/reconciliation/reconciliation.service.js';
import { cards } from '../support/cards.js';
import { membershipOf, openPage, payPage } from '../support/person.js';
import { type Person, settle, truthOf } from '../support/place.js';
import { joinAs } from '../support/readers.js';
import { type TownPlace, startTownPlace } from '../support/town-place.js';
import { customersOf } from '../support/truth.js';

let place: TownPlace;

beforeAll(async () => {
  place = await startTownPlace();
});

afterAll(() => place.town.close());

interface Former extends Person {
  customer: string;
  card: string;
}

/** Subscribes and ends at Stripe, unheard. @returns when it began there, in seconds */
async function subscribeAndEnd({ customer, card }: Former, cents: number): Promise<number> {
  const { prices } = await truthOf(place);
  const price = prices.find(({ unit_amount: amount }) => amount === cents)?.id ?? '';
  const { id, start_date: start } = await place.stripe.subscriptions.create({
    customer,
    default_payment_method: card,
    items: [{ price }],
  });
  await place.stripe.subscriptions.cancel(id);
  return start;
}

/** Somebody who has had a card and a membership that is over. */
async function formerMember(): Promise<Former> {
  const { accessToken: token, user } = await joinAs(place.town);
  const person = { token, userId: user.id, email: user.email };
  await payPage(place, await openPage(place, person, 'untried'), cards.good);
  await settle(place);
  const truth = await truthOf(place);
  const [customer = ''] = customersOf(truth, user.id);
  const old = truth.subscriptions.find((each) => each.customer === customer);
  await place.stripe.subscriptions.cancel(old?.id ?? '');
  await settle(place);
  const card = truth.paymentMethods.find((each) => each.customer === customer)?.id ?? '';
  return { ...person, customer, card };
}

describe('a reader whose two memberships began and ended within one second, unheard', () => {
  it('is told of the last one', async () => {
    const reader = await formerMember();
    await place.pass(60);
    await place.askSimulator('PUT', '/_sim/faults', { events: [{ type: '*', action: 'drop' }] });
    // Where a second has just passed in between, they are begun again.
    let seconds: [number, number];
    do {
      seconds = [await subscribeAndEnd(reader, 2_900), await subscribeAndEnd(reader, 30_000)];
    } while (seconds[0] !== seconds[1]);
    await place.town.app.get(Reconciliation, { strict: false }).run('command');
    expect((await membershipOf(place, reader)).price?.interval).toBe('year');
  });
});
