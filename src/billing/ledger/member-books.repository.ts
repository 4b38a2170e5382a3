/** What the books hold of one person's dealings with Stripe, for staff. */
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { LedgerKind } from './ledger-lines.rules.js';

export interface KnownSubscription {
  stripeSubscriptionId: string;
  membershipId: string;
  createdAt: Date;
}

export interface LedgerLine {
  id: string;
  stripeKey: string;
  kind: LedgerKind;
  /** In the currency's minor unit (cents); what went away is negative. */
  amount: number;
  currency: string;
  stripeInvoiceId: string | null;
  occurredAt: Date;
}

export interface GivenConsent {
  id: string;
  checkoutId: string;
  termsVersion: string;
  termsUrl: string | null;
  /** In the currency's minor unit (cents). */
  amount: number;
  currency: string;
  interval: 'month' | 'year';
  trialDays: number;
  givenAt: Date;
}

/** A letter about money that went out to her; its key says what about. */
export interface SentLetter {
  key: string;
  sentAt: Date;
}

/** What Stripe told of her, and what became of it. */
export interface ToldEvent {
  stripeEventId: string;
  type: string;
  status: 'received' | 'processed' | 'ignored' | 'failed' | 'quarantined';
  receivedAt: Date;
  processedAt: Date | null;
}

/** More than anybody has; whoever had more would see the newest. */
const most = 500;

/** Of what comes often. */
const newest = 100;

@Injectable()
export class MemberBooksRepository {
  constructor(private readonly database: Database) {}

  /** The newest first: where one was deleted at Stripe, another has followed. */
  async customersOf(userId: string): Promise<string[]> {
    const rows = await this.database.client.stripeCustomer.findMany({
      where: { userId },
      select: { stripeCustomerId: true },
      orderBy: [{ createdAt: 'desc' }, { stripeCustomerId: 'desc' }],
    });
    return rows.map(({ stripeCustomerId }) => stripeCustomerId);
  }

  subscriptionsOf(userId: string): Promise<KnownSubscription[]> {
    return this.database.client.stripeSubscription.findMany({
      where: { membership: { userId } },
      select: { stripeSubscriptionId: true, membershipId: true, createdAt: true },
      orderBy: { membershipId: 'desc' },
      take: most,
    });
  }

  /** The newest first. */
  ledgerOf(userId: string): Promise<LedgerLine[]> {
    return this.database.client.ledgerLine.findMany({
      where: { userId },
      select: {
        id: true,
        stripeKey: true,
        kind: true,
        amount: true,
        currency: true,
        stripeInvoiceId: true,
        occurredAt: true,
      },
      orderBy: [{ occurredAt: 'desc' }, { id: 'desc' }],
      take: most,
    });
  }

  /** The newest first. */
  consentsOf(userId: string): Promise<GivenConsent[]> {
    return this.database.client.consent.findMany({
      where: { userId },
      omit: { userId: true },
      orderBy: { givenAt: 'desc' },
      take: most,
    });
  }

  /** The newest hundred. */
  lettersTo(userId: string): Promise<SentLetter[]> {
    return this.database.client.billingLetter.findMany({
      where: { userId },
      omit: { userId: true },
      orderBy: [{ sentAt: 'desc' }, { key: 'desc' }],
      take: newest,
    });
  }

  /** The newest hundred. */
  eventsAbout(customers: readonly string[]): Promise<ToldEvent[]> {
    return this.database.client.webhookEvent.findMany({
      where: { stripeCustomerId: { in: [...customers] } },
      select: {
        stripeEventId: true,
        type: true,
        status: true,
        receivedAt: true,
        processedAt: true,
      },
      orderBy: [{ receivedAt: 'desc' }, { stripeEventId: 'desc' }],
      take: newest,
    });
  }
}
