/** The mails about a new address: to the new one a code and a link, to the old one what has happened. */
import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config.js';
import { type LetterLine, setLetter } from '../../platform/mail/letter.js';
import { Mailer } from '../../platform/mail/mailer.js';
import type { ProofSecrets } from '../proofs/email-proof.service.js';

/** Each is sent when the surrounding transaction commits. None says whose account it is. */
@Injectable()
export class EmailChangeMails {
  constructor(
    private readonly config: Config,
    private readonly mailer: Mailer,
  ) {}

  confirm(to: string, { code, token }: ProofSecrets): Promise<void> {
    return this.send(to, `Your code is ${code}`, [
      'Here is the code that makes this the address of your account:',
      { code },
      'Or open this page, in the browser where you are signed in:',
      { label: 'Use this address', link: this.link(`/account/email?token=${token}`) },
      'Both are good for ten minutes and work once. Give them to nobody; we never ask for them.',
      'If you did not ask for this, do nothing: without the code nothing changes.',
    ]);
  }

  taken(to: string): Promise<void> {
    return this.send(to, 'You already have an account', [
      'You, or somebody else, asked to move another account to this address. There is one with it already, and it is as it was.',
      { label: 'Sign in', link: this.link('/sign-in') },
      'To use this address for the other account, delete this one first. If it was not you, there is nothing to do.',
    ]);
  }

  /** To the old address: nothing that is mailed there opens the account any more. */
  changed(to: string): Promise<void> {
    return this.send(to, 'Your account has a new address', [
      'Your account was just moved to another e-mail address, and every other device was signed out. Mail about it goes to the new address from now on.',
      'If it was you, there is nothing to do.',
      'If it was not you, somebody else was signed in to your account. Answer this mail right away, so that we can close it and give it back to you; and choose a new password wherever you used the same one.',
    ]);
  }

  private send(to: string, subject: string, lines: readonly LetterLine[]): Promise<void> {
    return this.mailer.send(setLetter({ to, subject, lines }));
  }

  private link(path: string): string {
    return `${this.config.publicUrl}${path}`;
  }
}
