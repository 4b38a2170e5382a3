/** The mails about accounts: whom they go to, and where their links lead. */
import { Injectable } from '@nestjs/common';
import { Config } from '../platform/config/config.js';
import { Mailer } from '../platform/mail/mailer.js';
import type { LetterText } from '../platform/mail/letter.js';
import { Language } from '../words/language.js';
import type { ProofSecrets } from './proofs/email-proof.service.js';

/** Each is sent when the surrounding transaction commits. None repeats what somebody typed in. */
@Injectable()
export class AccountMails {
  constructor(
    private readonly config: Config,
    private readonly mailer: Mailer,
    private readonly language: Language,
  ) {}

  confirmAddress(to: string, { code, token }: ProofSecrets): Promise<void> {
    return this.send(
      to,
      this.says.confirmAddress(code, this.link(`/register/verify?token=${token}`)),
    );
  }

  alreadyRegistered(to: string): Promise<void> {
    return this.send(to, this.says.alreadyRegistered(this.link('/sign-in')));
  }

  /**
   * Leads to the page that mails a link, and holds none itself: that one would be dead in ten minutes,
   * and this is news for whoever comes later.
   */
  passwordMissing(to: string): Promise<void> {
    return this.send(to, this.says.passwordMissing(this.link('/reset-password')));
  }

  signIn(to: string, { code, token }: ProofSecrets): Promise<void> {
    return this.send(to, this.says.signIn(code, this.link(`/sign-in/link?token=${token}`)));
  }

  noAccount(to: string): Promise<void> {
    return this.send(to, this.says.noAccount(this.link('/register')));
  }

  passwordReset(to: string, { token }: ProofSecrets): Promise<void> {
    return this.send(to, this.says.passwordReset(this.link(`/reset-password?token=${token}`)));
  }

  passwordChanged(to: string): Promise<void> {
    return this.send(to, this.says.passwordChanged(this.link('/sign-in')));
  }

  private get says() {
    return this.language.words.accountLetters;
  }

  private send(to: string, text: LetterText): Promise<void> {
    return this.mailer.write({ to, ...text });
  }

  /** Always of the address we were configured with, never of the request's Host. */
  private link(path: string): string {
    return `${this.config.publicUrl}${path}`;
  }
}
