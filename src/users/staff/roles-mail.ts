/** Tells somebody what she may do here from now on. */
import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config.js';
import { setLetter } from '../../platform/mail/letter.js';
import { Mailer } from '../../platform/mail/mailer.js';
import type { Role } from '../reader.js';

const inWords: Record<Role, string> = {
  author: 'an author, who writes articles of her own',
  editor: 'an editor, who edits and publishes the articles of everybody',
  admin: 'an admin, who runs plans, members and settings',
};

@Injectable()
export class RolesMail {
  constructor(
    private readonly config: Config,
    private readonly mailer: Mailer,
  ) {}

  /** Sent when the surrounding transaction commits. */
  send(to: string, roles: readonly Role[]): Promise<void> {
    const now =
      roles.length === 0
        ? 'You are a reader like everybody else.'
        : `You are ${roles.map((role) => inWords[role]).join('; and ')}.`;
    return this.mailer.send(
      setLetter({
        to,
        subject: 'What you may do has changed',
        lines: [
          `An admin of Broadsheet has changed what your account may do. ${now}`,
          'If you did not expect this, ask whoever runs the publication.',
          { label: 'Your account', link: `${this.config.publicUrl}/account` },
        ],
      }),
    );
  }
}
