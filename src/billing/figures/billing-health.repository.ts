/** Looks at what needs somebody's eye: payments that failed and are still open, and the inbox. */
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** Open invoices of one currency whose payment failed. */
export interface OpenPayments {
  readonly currency: string;
  readonly count: number;
  /** What is still to be paid, in the currency's minor unit (cents). */
  readonly amount: number;
}

export interface InboxState {
  readonly waiting: number;
  /** Tried again by themselves. */
  readonly failed: number;
  /** Waiting for a person. */
  readonly quarantined: number;
  /** When the oldest came that is not done: one that waits, or one that is tried again. */
  readonly oldestWaitingAt: Date | null;
  readonly lastReceivedAt: Date | null;
}

/** What somebody is called for. */
export interface InboxLag {
  readonly oldestAt: Date | null;
  /** A thousand stand for more. */
  readonly quarantined: number;
}

const quiet: InboxState = {
  waiting: 0,
  failed: 0,
  quarantined: 0,
  oldestWaitingAt: null,
  lastReceivedAt: null,
};

@Injectable()
export class BillingHealthRepository {
  constructor(private readonly database: Database) {}

  /** By currency, in the order of the alphabet. */
  openPayments(): Promise<OpenPayments[]> {
    return this.database.client.$queryRaw<OpenPayments[]>`
      select i.currency, count(*)::int as count, sum(i.total - i."amountPaid")::float8 as amount
      from invoices i
        join stripe_subscriptions s on s."stripeSubscriptionId" = i."stripeSubscriptionId"
        join memberships m on m.id = s."membershipId"
      where i.status = 'open' and m.status in ('past_due', 'unpaid')
      group by 1 order by 1`;
  }

  /** Status by status, each by the index: most of the inbox is done with, and is not looked at. */
  async inbox(): Promise<InboxState> {
    const [row] = await this.database.client.$queryRaw<InboxState[]>`
      select
        (select count(*)::int from webhook_events where status = 'received') as waiting,
        (select count(*)::int from webhook_events where status = 'failed') as failed,
        (select count(*)::int from webhook_events where status = 'quarantined') as quarantined,
        (select min("receivedAt") from webhook_events where status in ('received', 'failed'))
          as "oldestWaitingAt",
        (select max(latest.at) from unnest(enum_range(null::"WebhookEventStatus")) as of (status),
          lateral (select max("receivedAt") as at from webhook_events e where e.status = of.status) latest
        ) as "lastReceivedAt"`;
    return row ?? quiet;
  }

  /** Costs the same however much waits. */
  async lag(): Promise<InboxLag> {
    const [row] = await this.database.client.$queryRaw<InboxLag[]>`
      select
        least(
          (select min("receivedAt") from webhook_events where status = 'received'),
          (select min("receivedAt") from webhook_events where status = 'failed')
        ) as "oldestAt",
        (select count(*)::int from (
          select from webhook_events where status = 'quarantined' limit 1000) as few
        ) as quarantined`;
    return row ?? { oldestAt: null, quarantined: 0 };
  }
}
