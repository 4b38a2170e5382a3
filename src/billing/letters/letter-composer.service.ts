/** Finds out what a letter about money has to tell, and puts it into the reader's language. */
import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config.js';
import type { LetterText } from '../../platform/mail/letter.js';
import { PlanCatalogue } from '../../plans/plan-catalogue.service.js';
import { PriceRepository } from '../../plans/price.repository.js';
import { Language } from '../../words/language.js';
import type { BillingLetter } from './billing-letters.rules.js';
import { type LetterFacts, composeLetter } from './compose-letter.js';

@Injectable()
export class LetterComposer {
  constructor(
    private readonly catalogue: PlanCatalogue,
    private readonly prices: PriceRepository,
    private readonly config: Config,
    private readonly language: Language,
  ) {}

  async compose(letter: BillingLetter): Promise<LetterText> {
    return composeLetter(letter, await this.factsFor(letter), this.language);
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
