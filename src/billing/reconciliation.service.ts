/** Goes through every customer and brings our books in line with Stripe, whatever events were lost. */
import { Injectable } from '@nestjs/common';
import { CustomerSync } from './inbox/customer-sync.service.js';
import { StripeCustomerRepository } from './stripe-customer.repository.js';

const batch = 100;

@Injectable()
export class Reconciliation {
  constructor(
    private readonly customers: StripeCustomerRepository,
    private readonly customerSync: CustomerSync,
  ) {}

  /** @param onProgress told after each batch how many customers were compared so far */
  async run(onProgress: (compared: number) => void): Promise<number> {
    let compared = 0;
    let last = '';
    for (;;) {
      const customers = await this.customers.listAfter(last, batch);
      for (const customer of customers) await this.customerSync.sync(customer);
      compared += customers.length;
      onProgress(compared);
      last = customers.at(-1) ?? '';
      if (customers.length < batch) return compared;
    }
  }
}
