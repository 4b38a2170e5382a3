/** The mail with the code by which somebody who is signed in shows that it is still her. */
import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config.js';
import { setLetter } from '../../platform/mail/letter.js';
import { Mailer } from '../../platform/mail/mailer.js';

@Injectable()
export class FreshProofMail {
  constructor(
    private readonly config: Config,
    private readonly mailer: Mailer,
  ) {}

  /** Sent when the surrounding transaction commits. */
  send(to: string, { code }: { code: string }): Promise<void> {
    return this.mailer.send(
      setLetter({
        to,
        subject: `Your code is ${code}`,
        lines: [
          'Here is the code that shows that it is you:',
          { code },
          'It is good for ten minutes, once, and only where you asked for it. Give it to nobody; we never ask for it.',
          'If it was not you who asked, somebody else is signed in to your account. Choose a new password: that signs everybody out.',
          { label: 'Choose a new password', link: `${this.config.publicUrl}/reset-password` },
        ],
      }),
    );
  }
}
