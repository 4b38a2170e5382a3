/** Who has to know that an account has another address: its owner at the old one, and the rooms above. */
import { Injectable } from '@nestjs/common';
import { EmailChangeMails } from './email-change-mails.js';
import { EmailChanges } from './email-changes.facts.js';

@Injectable()
export class EmailChangeNews {
  constructor(
    private readonly mails: EmailChangeMails,
    private readonly changes: EmailChanges,
  ) {}

  /** In the transaction of the change. */
  async tell({ userId, from, to }: { userId: string; from: string; to: string }): Promise<void> {
    await this.mails.changed(from);
    await this.changes.tell({ userId, email: to });
  }
}
