/** Letters to whoever runs the publication: what a person has to know of, or decide. */
import { Injectable } from '@nestjs/common';
import type { LetterLine } from '../../platform/mail/letter.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { AdminRepository } from './admin.repository.js';

@Injectable()
export class StaffPost {
  constructor(
    private readonly admins: AdminRepository,
    private readonly mailer: Mailer,
  ) {}

  /** Writes to every admin, once the surrounding transaction commits. */
  async tellAdmins(subject: string, lines: readonly LetterLine[]): Promise<void> {
    for (const to of await this.admins.addresses()) {
      await this.mailer.write({ to, subject, lines });
    }
  }
}
