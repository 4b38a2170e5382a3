/** What the audit keeps of a plan and of its prices. */
import type { AuditDetail } from '../platform/audit/change.rules.js';
import type { Plan, Price } from './plan.js';

export function planAsAudited(plan: Plan | undefined): AuditDetail | null {
  if (plan === undefined) return null;
  const { slug, name, description, benefits, trialDays, audience, archivedAt, prices } = plan;
  return {
    slug,
    name,
    description,
    benefits: benefits.join(', '),
    trialDays,
    audience,
    archivedAt: archivedAt?.toISOString() ?? null,
    prices: prices
      .filter(({ status }) => status === 'active')
      .map(inWords)
      .join(', '),
  };
}

/** In the currency's minor unit, like `30000 usd a year`. */
const inWords = ({ amount, currency, interval }: Price): string =>
  `${amount} ${currency} a ${interval}`;

/** What is on sale in one place: one price, or none. */
export const pricesAsAudited = (prices: readonly Price[]): AuditDetail => ({
  price: prices.length === 0 ? null : prices.map(inWords).join(', '),
});
