/** A reader's side at Stripe: her customer, her portal, and bringing our books up to date with both. */
import { Injectable } from '@nestjs/common';
import type { Reader } from '../users/reader.js';
import { isStripeRefusal, noBillingAccount } from './billing.errors.js';
import { CustomerSync } from './sync/customer-sync.service.js';
import { StripeCustomerRepository } from './stripe-customer.repository.js';
import { StripeCheckoutGateway } from './stripe/stripe-checkout.gateway.js';
import { StripePortalGateway } from './stripe/stripe-portal.gateway.js';

@Injectable()
export class BillingAccount {
  constructor(
    private readonly customers: StripeCustomerRepository,
    private readonly gateway: StripeCheckoutGateway,
    private readonly portal: StripePortalGateway,
    private readonly customerSync: CustomerSync,
  ) {}

  /** Her Stripe customer, made at her first purchase and kept, unless it is deleted there. */
  async customerFor(reader: Pick<Reader, 'id' | 'email' | 'name'>): Promise<string> {
    const known = await this.customers.customerOf(reader.id);
    if (known !== null) return known;
    const earlier = await this.customers.countDeleted(reader.id);
    const created = await this.gateway.createCustomer(reader, earlier);
    await this.customers.remember(reader.id, created);
    return created;
  }

  /** Reads what Stripe holds of her now, and writes it down. */
  async sync(userId: string): Promise<void> {
    const customerId = await this.customers.customerOf(userId);
    if (customerId !== null) await this.customerSync.sync(customerId);
  }

  /** @throws Problem 409 `billing/no-account` when she never bought anything */
  async openPortal(userId: string): Promise<string> {
    const url = await this.portalIfAny(userId);
    if (url === null) throw noBillingAccount();
    return url;
  }

  async portalIfAny(userId: string): Promise<string | null> {
    const customerId = await this.customers.customerOf(userId);
    if (customerId === null) return null;
    try {
      return await this.portal.open(customerId);
    } catch (error) {
      if (isStripeRefusal(error) && (await this.isGone(userId, customerId))) return null;
      throw error;
    }
  }

  /** Looks whether a customer whom Stripe refuses was deleted there, and we have not heard of it. */
  async isGone(userId: string, customerId: string): Promise<boolean> {
    await this.customerSync.sync(customerId);
    return (await this.customers.customerOf(userId)) !== customerId;
  }
}
