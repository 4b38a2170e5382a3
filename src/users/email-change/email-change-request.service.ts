/** Asks whoever reads a new address whether it is hers; who has an account with it already is told so there. */
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { invalidBody } from '../../platform/http/problem.js';
import { AccountAccess } from '../account-access.js';
import { EmailProofService } from '../proofs/email-proof.service.js';
import type { Reader } from '../reader.js';
import { EmailChangeMails } from './email-change-mails.js';

@Injectable()
export class EmailChangeRequest {
  constructor(
    private readonly database: Database,
    private readonly access: AccountAccess,
    private readonly proofs: EmailProofService,
    private readonly mails: EmailChangeMails,
  ) {}

  /**
   * Does as much for an address that is taken as for one that is free. It is nobody's until it is proven:
   * whoever registers with it meanwhile gets it.
   * @throws Problem 422 for her present address
   */
  async send({ id: userId, email: present }: Reader, email: string): Promise<void> {
    if (email === present) {
      throw invalidBody([{ field: 'email', message: 'is the address of your account already' }]);
    }
    if (await this.proofs.isExhausted(email)) return;
    await this.database.transaction(async () => {
      const owner = await this.access.find(email);
      const secrets = await this.proofs.issue(email, 'email_change', { userId });
      if (secrets === null) return;
      if (owner === null) await this.mails.confirm(email, secrets);
      else await this.mails.taken(email);
    });
  }
}
