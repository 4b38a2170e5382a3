/** Whether what Stripe tells us arrives, and whether our books agree with Stripe's. */
import { momentInWords, spanInWords } from '../words/dates.js';
import { count, countOf } from '../words/numbers.js';
import { FigureCard } from './figure-card.js';
import type { InboxHealth, LastReconciliation } from './overview.js';

export function InboxCard({ inbox }: { inbox: InboxHealth }) {
  const { waiting, failed, quarantined, oldestWaitingSeconds, lastReceivedAt } = inbox;
  return (
    <FigureCard
      title="Webhook inbox"
      figure={quarantined > 0 ? `${countOf(quarantined, 'event')} to look at` : 'In order'}
      isAlarming={quarantined > 0}
      link={{ to: '/webhook-events', label: 'Open the inbox' }}
    >
      {waiting + failed === 0
        ? 'Nothing waits. '
        : `${count(waiting)} waiting, ${count(failed)} tried again${
            oldestWaitingSeconds === null ? '' : `, for ${spanInWords(oldestWaitingSeconds)}`
          }. `}
      {lastReceivedAt === null
        ? 'Nothing has come from Stripe yet.'
        : `Last heard from Stripe on ${momentInWords(lastReceivedAt)}.`}
    </FigureCard>
  );
}

export function ReconciliationCard({ run }: { run: LastReconciliation | null }) {
  const link = { to: '/reconcile', label: 'Reconciliations' };
  if (run === null) {
    return (
      <FigureCard title="Books and Stripe" figure="Not compared yet" link={link}>
        They are compared every night.
      </FigureCard>
    );
  }
  const { startedAt, finishedAt, compared, differed, failed } = run;
  if (finishedAt === null) {
    return (
      <FigureCard title="Books and Stripe" figure="Being compared" link={link}>
        {countOf(compared, 'customer')} so far, since {momentInWords(startedAt)}.
      </FigureCard>
    );
  }
  return (
    <FigureCard
      title="Books and Stripe"
      figure={differed === 0 ? 'Agree' : `${count(differed)} differed`}
      isAlarming={failed > 0}
      link={link}
    >
      {countOf(compared, 'customer')} compared on {momentInWords(finishedAt)}
      {differed === 0 ? '' : '; what differed was mended'}
      {failed === 0 ? '.' : `; ${count(failed)} could not be compared.`}
    </FigureCard>
  );
}
