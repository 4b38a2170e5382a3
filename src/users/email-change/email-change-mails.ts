/** The mails about a new address: to the new one a code and a link, to the old one what has happened. */
import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config.js';
import type { LetterText } from '../../platform/mail/letter.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { Language } from '../../words/language.js';
import type { ProofSecrets } from '../proofs/email-proof.service.js';

/** Each is sent when the surrounding transaction commits. None says whose account it is. */
@Injectable()
export class EmailChangeMails {
  constructor(
    private readonly config: Config,
    private readonly mailer: Mailer,
    private readonly language: Language,
  ) {}

  confirm(to: string, { code, token }: ProofSecrets): Promise<void> {
    return this.send(to, this.says.newAddress(code, this.link(`/account/email?token=${token}`)));
  }

  taken(to: string): Promise<void> {
    return this.send(to, this.says.addressTaken(this.link('/sign-in')));
  }

  /** To the old address: nothing that is mailed there opens the account any more. */
  changed(to: string): Promise<void> {
    return this.send(to, this.says.addressChanged);
  }

  private get says() {
    return this.language.words.accountLetters;
  }

  private send(to: string, text: LetterText): Promise<void> {
    return this.mailer.write({ to, ...text });
  }

  private link(path: string): string {
    return `${this.config.publicUrl}${path}`;
  }
}
