/** What leaves of a plan: what is for sale, nothing else. */
import { ApiProperty } from '@nestjs/swagger';
import { MoneyView } from '../platform/money/money.presenter.js';
import type { Plan, Price } from './plan.js';
import { monthlyEquivalent, pricesOnSale } from './plan.rules.js';

export class PriceView {
  id: string;
  /** In the currency's minor unit (cents). */
  amount: number;
  /** ISO 4217, lower case. */
  currency: string;
  @ApiProperty({ enum: ['month', 'year'] })
  interval: 'month' | 'year';
  /** What a month of it comes to. */
  monthlyEquivalent: MoneyView;
}

export class PlanView {
  id: string;
  slug: string;
  name: string;
  description: string;
  benefits: string[];
  /** 0 means that it is sold without a trial. */
  trialDays: number;
  prices: PriceView[];
  @ApiProperty({ enum: ['person', 'team'] })
  audience: 'person' | 'team';
}

export class PlanList {
  items: PlanView[];
  nextCursor: string | null;
}

export function presentPrice(price: Price): PriceView {
  const { id, amount, currency, interval } = price;
  return { id, amount, currency, interval, monthlyEquivalent: monthlyEquivalent(price) };
}

export function presentPlan(plan: Plan): PlanView {
  return {
    id: plan.id,
    slug: plan.slug,
    name: plan.name,
    description: plan.description,
    benefits: [...plan.benefits],
    trialDays: plan.trialDays,
    prices: pricesOnSale(plan).map(presentPrice),
    audience: plan.audience,
  };
}
