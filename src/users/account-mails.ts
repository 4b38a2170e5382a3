/** The mails about accounts: what each says, and where its link leads. */
import { Injectable } from '@nestjs/common';
import { Config } from '../platform/config/config.js';
import { Mailer } from '../platform/mail/mailer.js';
import type { ProofSecrets } from './proofs/email-proof.service.js';
import { type LetterLine, setLetter } from '../platform/mail/letter.js';

/** Each is sent when the surrounding transaction commits. None repeats what somebody typed in. */
@Injectable()
export class AccountMails {
  constructor(
    private readonly config: Config,
    private readonly mailer: Mailer,
  ) {}

  confirmAddress(to: string, { code, token }: ProofSecrets): Promise<void> {
    return this.send(to, `Your code is ${code}`, [
      'Welcome! Here is the code that opens your account:',
      { code },
      'Or open this page, which does the same:',
      { label: 'Confirm my address', link: this.link(`/register/verify?token=${token}`) },
      'Both are good for ten minutes and work once.',
      'If you did not ask for an account here, do not confirm: without it nothing happens.',
    ]);
  }

  alreadyRegistered(to: string): Promise<void> {
    return this.send(to, 'You already have an account', [
      'You, or somebody else, tried to open an account with this address. You have one already, and it is as it was.',
      { label: 'Sign in', link: this.link('/sign-in') },
      'If the password has slipped your mind, have a code mailed to you there instead.',
      'If it was not you, there is nothing to do.',
    ]);
  }

  /**
   * Leads to the page that mails a link, and holds none itself: that one would be dead in ten minutes,
   * and this is news for whoever comes later.
   */
  passwordMissing(to: string): Promise<void> {
    return this.send(to, 'Your account has no password', [
      'Your account is open. Either it was asked for more than once, though, with different passwords, or the address was confirmed elsewhere than where the password was chosen. Nobody can tell then whether it was yours, so we kept none.',
      { label: 'Choose a password', link: this.link('/reset-password') },
      'Until you have one, sign in with a code or link by mail.',
      'If you did not choose one, somebody else has typed your address. The password they chose opens nothing.',
    ]);
  }

  signIn(to: string, { code, token }: ProofSecrets): Promise<void> {
    return this.send(to, `Your code is ${code}`, [
      'Here is your code to sign in:',
      { code },
      'Or open this page, which does the same:',
      { label: 'Sign in', link: this.link(`/sign-in/link?token=${token}`) },
      'Both are good for ten minutes and work once. Give them to nobody; we never ask for them.',
      'If it was not you who asked, there is nothing to do.',
    ]);
  }

  noAccount(to: string): Promise<void> {
    return this.send(to, 'There is no account with this address', [
      'You, or somebody else, asked to sign in with this address, but there is no account with it.',
      'Perhaps you joined with another address of yours. Or you would like to join:',
      { label: 'Open an account', link: this.link('/register') },
      'If it was not you who asked, there is nothing to do.',
    ]);
  }

  passwordReset(to: string, { token }: ProofSecrets): Promise<void> {
    return this.send(to, 'Choose a new password', [
      'On this page you can choose a new password:',
      { label: 'Choose a new password', link: this.link(`/reset-password?token=${token}`) },
      'It is good for ten minutes and works once. Afterwards every device has to sign in again.',
      'If it was not you who asked, there is nothing to do: your password is as it was.',
    ]);
  }

  passwordChanged(to: string): Promise<void> {
    return this.send(to, 'Your password was changed', [
      'Your password was just changed, and every other device was signed out.',
      'If it was not you, choose a new one right away; only your mailbox can do that:',
      { label: 'Sign in', link: this.link('/sign-in') },
    ]);
  }

  private send(to: string, subject: string, lines: readonly LetterLine[]): Promise<void> {
    return this.mailer.send(setLetter({ to, subject, lines }));
  }

  /** Always of the address we were configured with, never of the request's Host. */
  private link(path: string): string {
    return `${this.config.publicUrl}${path}`;
  }
}
