/** Somebody who has bought, and what she asks of the API: her membership, another plan, her bills. */
import type { Answer } from './api.js';
import { cards } from './cards.js';
import { type MembershipAnswer, askAs, newCard, openPortal, usePortal } from './person.js';
import type { Person } from './place.js';
import { joinAs } from './readers.js';
import { type TestTown, openCheckout, pay } from './town.js';

export interface HeldMembership extends MembershipAnswer {
  currentPeriodEnd: string;
  change: { plan: { slug: string }; price: { amount: number }; at: string } | null;
}

interface Bill {
  amountPaid: { amount: number };
  status: string;
}

export class Member {
  constructor(
    protected readonly town: TestTown,
    readonly person: Person,
  ) {}

  static async of(town: TestTown, priceId: string, card: string = cards.good): Promise<Member> {
    return new Member(town, await buyer(town, priceId, card));
  }

  ask(method: string, path: string, body?: object): Promise<Answer> {
    return askAs(this.town, this.person, method, `/api/v1/${path}`, { body });
  }

  async membership(): Promise<HeldMembership> {
    return (await this.ask('GET', 'me/membership')).body as HeldMembership;
  }

  change(priceId: string): Promise<Answer> {
    return this.ask('POST', 'me/membership/change', { priceId });
  }

  preview(priceId: string): Promise<Answer> {
    return this.ask('POST', 'me/membership/change/preview', { priceId });
  }

  /** The newest first. */
  async bills(): Promise<Bill[]> {
    return ((await this.ask('GET', 'me/invoices')).body as { items: Bill[] }).items;
  }

  /** What was charged, the least first. */
  async paid(): Promise<number[]> {
    const amounts = (await this.bills()).map(({ amountPaid }) => amountPaid.amount);
    return amounts.filter((amount) => amount > 0).toSorted((a, b) => a - b);
  }

  async payWith(card: string): Promise<void> {
    const next = await usePortal(await openPortal(this.town, this.person), newCard(card));
    // Her bank wants to know whether it is her.
    if (next.includes('/3ds/')) {
      await usePortal(new URL(next, this.town.simulator.url).href, { answer: 'complete' });
    }
  }
}

/** Joins, pays on Stripe's page, and comes back from it. */
export async function buyer(town: TestTown, priceId: string, card: string): Promise<Person> {
  const { accessToken: token, user } = await joinAs(town);
  const session = await openCheckout(town, token, priceId);
  await pay(town, session, card);
  await town.ask('GET', `/api/v1/billing/checkout-sessions/${session}`, { token });
  return { token, userId: user.id, email: user.email };
}

/** Stripe's id of her. */
export function customerOf({ simulator }: TestTown, userId: string): string {
  const customer = simulator.state.customers
    .all()
    .find((each) => 'metadata' in each && each.metadata['broadsheet_user'] === userId);
  if (customer === undefined) throw new Error('Stripe does not know her.');
  return customer.id;
}
