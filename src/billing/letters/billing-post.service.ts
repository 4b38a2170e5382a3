/** Sends the letters about money that are due, each once. */
import { Injectable } from '@nestjs/common';
import { Mailer } from '../../platform/mail/mailer.js';
import type { BillingLetter } from './billing-letters.rules.js';
import { LetterComposer } from './letter-composer.service.js';
import { LetterRepository } from './letter.repository.js';

@Injectable()
export class BillingPost {
  constructor(
    private readonly sent: LetterRepository,
    private readonly composer: LetterComposer,
    private readonly mailer: Mailer,
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
      await this.mailer.write({ to: account.email, ...(await this.composer.compose(letter)) });
    }
  }
}
