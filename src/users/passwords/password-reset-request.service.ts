/** Mails the link on which somebody chooses a new password. */
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { AccountAccess } from '../account-access.js';
import { AccountMails } from '../account-mails.js';
import { EmailProofService } from '../proofs/email-proof.service.js';
import { newProofRequest } from '../proofs/proof-request.js';

@Injectable()
export class PasswordResetRequest {
  constructor(
    private readonly database: Database,
    private readonly proofs: EmailProofService,
    private readonly access: AccountAccess,
    private readonly mails: AccountMails,
  ) {}

  /**
   * Writes a mail; to an unknown address one that says so, which nobody but its owner reads.
   * @returns the request, as for every mail that is asked for; the link is good without it
   */
  async send(email: string): Promise<string> {
    const request = newProofRequest();
    if (await this.proofs.isExhausted(email)) return request;
    await this.database.transaction(async () => {
      const account = await this.access.find(email);
      const secrets = await this.proofs.issue(email, 'password_reset', { request });
      if (secrets === null) return;
      if (account === null) await this.mails.noAccount(email);
      else await this.mails.passwordReset(email, secrets);
    });
    return request;
  }
}
