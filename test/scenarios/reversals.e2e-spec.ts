/** Money that goes back: refunds, whole and in part, and the life of a dispute. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cards } from '../support/cards.js';
import { ledgerOf } from '../support/our-books.js';
import { membershipOf } from '../support/person.js';
import { type Person, settle, truthOf } from '../support/place.js';
import { type Charge, customersOf } from '../support/truth.js';
import {
  type ScenarioTown,
  buyer,
  say,
  startScenarioTown,
  subscriptionAtStripe,
  twice,
} from './scenario-town.js';

let place: ScenarioTown;

beforeAll(async () => {
  place = await startScenarioTown();
});

afterAll(() => place.town.close());

async function chargeOf(person: Person): Promise<Charge> {
  const truth = await truthOf(place);
  const customers = customersOf(truth, person.userId);
  const [charge] = truth.charges.filter(({ customer }) => customers.has(customer ?? ''));
  if (charge === undefined) throw new Error('She has paid nothing.');
  return charge;
}

async function sumOf(person: Person): Promise<number> {
  const lines = await ledgerOf(place.books, person.userId);
  return lines.reduce((sum, { amount }) => sum + amount, 0);
}

describe('a member who is paid back', () => {
  it('whole has no membership any more, at Stripe neither, and the books are even', async () => {
    const mira = await buyer(place, 'untried');
    await place.stripe.refunds.create({ charge: (await chargeOf(mira)).id });
    await settle(place);
    expect(await membershipOf(place, mira)).toMatchObject({ state: 'ended', access: false });
    expect((await subscriptionAtStripe(place, mira)).status).toBe('canceled');
    expect(await sumOf(mira)).toBe(0);
    await twice(place, mira);
  });

  it('in two equal parts stays a member after the first, with both in the books', async () => {
    const mira = await buyer(place, 'untried');
    const charge = (await chargeOf(mira)).id;
    await place.stripe.refunds.create({ charge, amount: 300 });
    await place.stripe.refunds.create({ charge, amount: 300 });
    await settle(place);
    expect(await membershipOf(place, mira)).toMatchObject({ state: 'active', access: true });
    expect(await sumOf(mira)).toBe(300);
    expect(await ledgerOf(place.books, mira.userId)).toHaveLength(3);
    await twice(place, mira);
  });
});

describe('a member whose payment is disputed', () => {
  async function disputed(): Promise<{ mira: Person; dispute: string }> {
    const mira = await buyer(place, 'untried', cards.disputing);
    const charge = (await chargeOf(mira)).id;
    const dispute = (await truthOf(place)).disputes.find((each) => each.charge === charge);
    return { mira, dispute: dispute?.id ?? '' };
  }

  it('is kept out until the bank decides, and reads again when it was for us', async () => {
    const { mira, dispute } = await disputed();
    expect(await membershipOf(place, mira)).toMatchObject({ state: 'blocked', access: false });
    expect(await sumOf(mira)).toBe(0);
    await twice(place, mira);
    await place.askSimulator('POST', `/_sim/disputes/${dispute}/close`, { outcome: 'won' });
    await settle(place);
    expect(await membershipOf(place, mira)).toMatchObject({ state: 'active', access: true });
    expect(await sumOf(mira)).toBe(900);
    await twice(place, mira);
  });

  it('is no member any more when it was for her', async () => {
    const { mira, dispute } = await disputed();
    await place.askSimulator('POST', `/_sim/disputes/${dispute}/close`, { outcome: 'lost' });
    await settle(place);
    expect(await membershipOf(place, mira)).toMatchObject({ state: 'ended', access: false });
    expect((await subscriptionAtStripe(place, mira)).status).toBe('canceled');
    expect(await sumOf(mira)).toBe(0);
    await twice(place, mira);
  });

  it('or might be, as the network warns, stays as she is, and staff are told', async () => {
    const mira = await buyer(place, 'untried');
    const charge = await chargeOf(mira);
    const before = await membershipOf(place, mira);
    const warning = {
      id: 'evt_early_warning',
      object: 'event',
      type: 'radar.early_fraud_warning.created',
      livemode: false,
      created: charge.created,
      data: {
        object: {
          id: 'issfr_1',
          object: 'radar.early_fraud_warning',
          charge: charge.id,
          payment_intent: charge.payment_intent,
          fraud_type: 'unauthorized_use_of_card',
          actionable: true,
          created: charge.created,
          livemode: false,
        },
      },
    };
    expect(await say(place, warning)).toBe(200);
    expect(await say(place, warning)).toBe(200);
    await settle(place);
    expect(await membershipOf(place, mira)).toEqual(before);
    const told = (await place.mailbox()).filter(({ text }) => text.includes(mira.userId));
    expect(told).toHaveLength(1);
    const { rows } = await place.books.query(
      `select 1 from audit_entries where action = 'payment.suspected'`,
    );
    expect(rows).toHaveLength(1);
    await twice(place, mira);
  });
});
