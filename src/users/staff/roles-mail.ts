/** Tells somebody what she may do here from now on. */
import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { Language } from '../../words/language.js';
import type { Role } from '../reader.js';

@Injectable()
export class RolesMail {
  constructor(
    private readonly config: Config,
    private readonly mailer: Mailer,
    private readonly language: Language,
  ) {}

  /** Sent when the surrounding transaction commits. */
  send(to: string, roles: readonly Role[]): Promise<void> {
    const { accountLetters } = this.language.words;
    return this.mailer.write({
      to,
      ...accountLetters.rolesChanged(roles, `${this.config.publicUrl}/account`),
    });
  }
}
