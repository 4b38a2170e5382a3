/** What comes in, who leaves, and which payments failed. */
import { money, type Money, count, countOf, percent } from '../words/numbers.js';
import { dayInWords } from '../words/dates.js';
import { FigureCard } from './figure-card.js';
import type { OverviewFigures } from './overview.js';

type MoneyFiguresProps = Pick<OverviewFigures, 'mrr' | 'churn' | 'failedPayments' | 'from'>;

/** One after the other, as a list that is read aloud well. */
const amounts = (each: Money[]): string =>
  each.length === 0 ? '–' : each.map((one) => money(one)).join(' · ');

export function RevenueCard({ mrr, from }: Pick<MoneyFiguresProps, 'mrr' | 'from'>) {
  const now = mrr.map((each) => ({ amount: each.now, currency: each.currency }));
  return (
    <FigureCard
      title="Monthly recurring revenue"
      figure={amounts(now)}
      link={{ to: '/revenue', label: 'Revenue by month' }}
    >
      {mrr.length === 0
        ? 'Nobody pays yet.'
        : mrr.map(({ currency, now: today, before }) => (
            <div key={currency}>
              {changeInWords(today, before)} since {dayInWords(from)} (
              {money({ amount: before, currency })})
            </div>
          ))}
    </FigureCard>
  );
}

function changeInWords(now: number, before: number): string {
  if (now === before) return 'Unchanged';
  if (before === 0) return 'New';
  const ratio = Math.abs(now - before) / before;
  return now > before ? `Up ${percent(ratio)}` : `Down ${percent(ratio)}`;
}

export function ChurnCard({ churn, from }: Pick<MoneyFiguresProps, 'churn' | 'from'>) {
  const { paidAtStart, ended, ratio } = churn;
  return (
    <FigureCard title="Churn" figure={ratio === null ? '–' : percent(ratio)}>
      {ratio === null
        ? `Nobody had paid on ${dayInWords(from)}.`
        : `${count(ended)} of ${countOf(paidAtStart, 'member')} who paid on ${dayInWords(from)} left.`}
    </FigureCard>
  );
}

export function FailedPaymentsCard({ failedPayments }: Pick<MoneyFiguresProps, 'failedPayments'>) {
  const all = failedPayments.reduce((sum, each) => sum + each.count, 0);
  return (
    <FigureCard title="Failed payments, still open" figure={count(all)} isAlarming={all > 0}>
      {all === 0
        ? 'Every invoice that is due was paid.'
        : `${amounts(failedPayments)} to come. Stripe tries again by itself, and members are told.`}
    </FigureCard>
  );
}
