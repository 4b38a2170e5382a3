/** Members who leave for good, and what Stripe then keeps of them. */
import { freshCard } from './cards.js';
import { type Tokens, joinAs, someAddress } from './readers.js';
import { type TestTown, openCheckout, pay } from './town.js';

const day = 24 * 60 * 60;

interface TrueState {
  customers: { id: string; deleted?: boolean }[];
  subscriptions: { id: string; customer: string; status: string }[];
}

/** Takes the trial, and stays for the first paid year. */
export async function payingMember(
  town: TestTown,
  priceId: string,
  email = someAddress(),
): Promise<Tokens> {
  const reader = await joinAs(town, email);
  const session = await openCheckout(town, reader.accessToken, priceId);
  await pay(town, session, freshCard());
  await town.pass(8 * day);
  return reader;
}

export async function keptAtStripe(
  town: TestTown,
  customer: string,
): Promise<{ isDeleted: boolean; statuses: string[] }> {
  const state = (await town.askSimulator('GET', '/_sim/state')).body as TrueState;
  return {
    isDeleted: state.customers.some(({ id, deleted }) => id === customer && deleted === true),
    statuses: state.subscriptions
      .filter((each) => each.customer === customer)
      .map(({ status }) => status),
  };
}
