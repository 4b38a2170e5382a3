/** Sends the letters about money that are due, each once. */
import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config.js';
import { setLetter } from '../../platform/mail/letter.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { PlanCatalogue } from '../../plans/plan-catalogue.service.js';
import { PriceRepository } from '../../plans/price.repository.js';
import { type LetterFacts, wordsFor } from './billing-letter.words.js';
import type { BillingLetter } from './billing-letters.rules.js';
import { LetterRepository } from './letter.repository.js';

@Injectable()
export class BillingPost {
  constructor(
    private readonly sent: LetterRepository,
    private readonly mailer: Mailer,
    private readonly catalogue: PlanCatalogue,
    private readonly prices: PriceRepository,
    private readonly config: Config,
  ) {}

  /** Runs in the transaction of whatever makes the letters due. */
  async send(
    account: { id: string; email: string },
    letters: readonly BillingLetter[],
  ): Promise<void> {
    const due = await this.sent.claim(
      account.id,
      letters.map(({ key }) => key),
    );
    for (const letter of letters.filter(({ key }) => due.has(key))) {
      const { subject, lines } = wordsFor(letter, await this.factsFor(letter));
      await this.mailer.send(setLetter({ to: account.email, subject, lines }));
    }
  }

  private async factsFor(letter: BillingLetter): Promise<LetterFacts> {
    const { publicUrl, graceDays } = this.config;
    const ours = { accountUrl: `${publicUrl}/account`, graceDays };
    if (letter.kind !== 'trial-started' && letter.kind !== 'trial-ending') {
      return { plan: null, price: null, seats: 1, isDiscounted: false, ...ours };
    }
    const { membership, isDiscounted } = letter;
    const [plan, price] = await Promise.all([
      this.catalogue.find(membership.planId),
      membership.priceId === null ? null : this.prices.find(membership.priceId),
    ]);
    return { plan, price, seats: membership.seats, isDiscounted, ...ours };
  }
}
