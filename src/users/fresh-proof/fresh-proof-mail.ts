/** The mail with the code by which somebody who is signed in shows that it is still her. */
import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { Language } from '../../words/language.js';

@Injectable()
export class FreshProofMail {
  constructor(
    private readonly config: Config,
    private readonly mailer: Mailer,
    private readonly language: Language,
  ) {}

  /** Sent when the surrounding transaction commits. */
  send(to: string, { code }: { code: string }): Promise<void> {
    const resetLink = `${this.config.publicUrl}/reset-password`;
    const { accountLetters } = this.language.words;
    return this.mailer.write({ to, ...accountLetters.freshProof(code, resetLink) });
  }
}
