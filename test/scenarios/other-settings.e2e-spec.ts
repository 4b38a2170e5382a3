/** Renewals that fail on accounts that go on otherwise: where the last retry leaves a debt, and where retries are rare. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StartOptions } from '../../simulator/src/index.js';
import { cards, freshCard } from '../support/cards.js';
import { hearNothing } from '../support/faults.js';
import { membershipOf, newCard, openPortal, usePortal } from '../support/person.js';
import { type Person, settle } from '../support/place.js';
import { type ScenarioTown, buyer, day, startScenarioTown, twice } from './scenario-town.js';

let place: ScenarioTown;

/** One town after the other: two at once in a process would know each other's sessions. */
function inTown(settings: StartOptions['settings']): void {
  beforeAll(async () => {
    place = await startScenarioTown(settings);
  });
  afterAll(() => place.town.close());
}

async function memberWithoutMoney(): Promise<Person> {
  const mira = await buyer(place, 'untried');
  await usePortal(await openPortal(place, mira), newCard(cards.refusing));
  return mira;
}

describe('a member whom Stripe leaves in debt', () => {
  inTown({ afterLastRetry: 'unpaid' });

  it('reads no longer, until she pays', async () => {
    const mira = await memberWithoutMoney();
    await place.pass(39 * day);
    await settle(place);
    expect(await membershipOf(place, mira)).toMatchObject({ state: 'suspended', access: false });
    await twice(place, mira);
    await usePortal(await openPortal(place, mira), newCard(freshCard()));
    await settle(place);
    expect(await membershipOf(place, mira)).toMatchObject({ state: 'active', access: true });
    await twice(place, mira);
  });
});

describe('a member whose grace is over', () => {
  inTown({ retryDays: [20] });

  it('reads no longer, without another word from Stripe', async () => {
    const mira = await memberWithoutMoney();
    await place.pass(32 * day);
    expect(await membershipOf(place, mira)).toMatchObject({ state: 'grace', access: true });
    await settle(place);
    await hearNothing(place);
    await place.pass(8 * day);
    expect(await membershipOf(place, mira)).toMatchObject({ state: 'suspended', access: false });
    await twice(place, mira);
  });
});
