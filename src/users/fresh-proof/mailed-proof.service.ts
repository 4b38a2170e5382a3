/** Mails somebody who is signed in a code by which she shows that the account is hers, in that session alone. */
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { EmailProofService } from '../proofs/email-proof.service.js';
import type { Reader } from '../reader.js';
import { FreshProofMail } from './fresh-proof-mail.js';

@Injectable()
export class MailedProof {
  constructor(
    private readonly database: Database,
    private readonly proofs: EmailProofService,
    private readonly mail: FreshProofMail,
  ) {}

  async send({ id: userId, email, sessionId }: Reader): Promise<void> {
    await this.database.transaction(async () => {
      const secrets = await this.proofs.issue(email, 'fresh_proof', { userId, request: sessionId });
      if (secrets !== null) await this.mail.send(email, secrets);
    });
  }

  /** Uses the code up. */
  async isHers({ id, email, sessionId }: Reader, code: string): Promise<boolean> {
    const key = { email, code, request: sessionId };
    return this.database.transaction(
      async () => (await this.proofs.redeem(key, 'fresh_proof', id)) !== null,
    );
  }
}
