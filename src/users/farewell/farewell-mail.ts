/** The last mail to somebody whose account is deleted. */
import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { Language } from '../../words/language.js';

@Injectable()
export class FarewellMail {
  constructor(
    private readonly config: Config,
    private readonly mailer: Mailer,
    private readonly language: Language,
  ) {}

  /** Sent when the surrounding transaction commits. */
  send(to: string): Promise<void> {
    const { accountLetters } = this.language.words;
    return this.mailer.write({
      to,
      ...accountLetters.farewell(`${this.config.publicUrl}/register`),
    });
  }
}
