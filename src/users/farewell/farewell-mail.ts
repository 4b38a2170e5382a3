/** The last mail to somebody whose account is deleted. */
import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config.js';
import { setLetter } from '../../platform/mail/letter.js';
import { Mailer } from '../../platform/mail/mailer.js';

@Injectable()
export class FarewellMail {
  constructor(
    private readonly config: Config,
    private readonly mailer: Mailer,
  ) {}

  /** Sent when the surrounding transaction commits. */
  send(to: string): Promise<void> {
    return this.mailer.send(
      setLetter({
        to,
        subject: 'Your account is deleted',
        lines: [
          'Your account is deleted, and with it your name and this address. This is the last mail that we send you.',
          'A membership that was running has ended. We keep what the law asks of every business, like our invoices, without your name.',
          'You are welcome back at any time:',
          { label: 'Open an account', link: `${this.config.publicUrl}/register` },
        ],
      }),
    );
  }
}
