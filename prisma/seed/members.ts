/** How the town's members became members: through Checkout, on a clock that starts in the past. */
import type { INestApplicationContext } from '@nestjs/common';
import { CancellationService } from '../../src/billing/cancellation.service.js';
import { CheckoutReturn } from '../../src/billing/checkout/checkout-return.service.js';
import { CheckoutService } from '../../src/billing/checkout/checkout.service.js';
import { PlanPricing } from '../../src/billing/catalogue/plan-pricing.service.js';
import { Reconciliation } from '../../src/billing/reconciliation/reconciliation.service.js';
import type { AdjustableClock } from '../../src/platform/clock/adjustable-clock.js';
import { pricesOnSale } from '../../src/plans/plan.rules.js';
import { type Account, readerWithoutSession } from '../../src/users/reader.js';
import type { Person } from './people.js';
import type { Simulator } from './simulator.js';

const day = 24 * 60 * 60 * 1000;

/** Days before today. Mira's trial became a paid year; Lars cancelled in his; Tess is in hers. */
const joined = { mira: 60, lars: 40, tess: 2 };

/** The article at whose wall they made up their minds. */
const convincing = 'members-story';

/** A card each, for one card has one trial; those of the documentation are left to whoever tries things out. */
const cards = { mira: '4136000000000017', lars: '4136000000000025', tess: '4136000000000033' };

export class TownHistory {
  private readonly today = new Date();

  constructor(
    private readonly rooms: INestApplicationContext,
    private readonly clock: AdjustableClock,
    private readonly simulator: Simulator,
  ) {}

  /** The first day: nobody has bought anything yet. */
  async begin(): Promise<void> {
    await this.simulator.holdEvents();
    const first = this.daysAgo(joined.mira);
    await this.simulator.setClock(first);
    this.clock.setTo(first);
  }

  /** @returns the id of the price that the town's members pay */
  async sellPro(): Promise<string> {
    const plan = await this.rooms.get(PlanPricing, { strict: false }).createPlan(
      {
        slug: 'pro',
        name: 'PRO',
        description: 'Everything we report, and the people who report it.',
        benefits: ['Memos', 'Live Video Q&A', 'Special Events', 'Trend Reports'],
        trialDays: 7,
      },
      [{ amount: 30_000, currency: 'usd', interval: 'year' }],
    );
    const [price] = pricesOnSale(plan);
    if (price === undefined) throw new Error('The plan came without a price.');
    return price.id;
  }

  async live(people: Record<Person, Account>, priceId: string): Promise<void> {
    await this.join(people.mira, priceId, cards.mira);
    await this.moveTo(this.daysAgo(joined.lars));
    await this.join(people.lars, priceId, cards.lars);
    await this.rooms.get(CancellationService, { strict: false }).cancel(people.lars.id);
    await this.moveTo(this.daysAgo(joined.tess));
    await this.join(people.tess, priceId, cards.tess);
    await this.moveTo(new Date());
    this.clock.setTo(new Date());
    await this.rooms.get(Reconciliation, { strict: false }).run('command');
    await this.simulator.releaseEvents();
  }

  private async join(account: Account, priceId: string, card: string): Promise<void> {
    const reader = readerWithoutSession(account);
    const { url } = await this.rooms
      .get(CheckoutService, { strict: false })
      .start(reader, { priceId, articleSlug: convincing });
    const [sessionId] = /cs_test_\w+/.exec(url) ?? [];
    if (sessionId === undefined) throw new Error(`No checkout session in ${url}.`);
    await this.simulator.complete(sessionId, card);
    await this.rooms.get(CheckoutReturn, { strict: false }).arrive(reader, sessionId);
  }

  private async moveTo(instant: Date): Promise<void> {
    await this.simulator.advanceTo(instant);
    this.clock.setTo(instant);
  }

  private daysAgo(days: number): Date {
    return new Date(this.today.getTime() - days * day);
  }
}
