/** Moves an account to an address that its owner has shown to read. */
import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { AccountAccess } from '../account-access.js';
import { EmailProofService } from '../proofs/email-proof.service.js';
import type { Reader } from '../reader.js';
import { invalidCode } from '../users.errors.js';
import { EmailChangeNews } from './email-change-news.service.js';

/** What the mail to the new address carried. */
export type EmailChangeKey = { token: string } | { code: string };

@Injectable()
export class EmailChangeService {
  constructor(
    private readonly database: Database,
    private readonly proofs: EmailProofService,
    private readonly access: AccountAccess,
    private readonly news: EmailChangeNews,
    private readonly audit: Audit,
  ) {}

  /**
   * Ends every other session, and makes worthless what was mailed to the old address.
   * @returns the new address
   * @throws Problem 422 `auth/invalid-code`, 409 `auth/email-taken`
   */
  async confirm(reader: Reader, key: EmailChangeKey): Promise<string> {
    const email = await this.database.transaction(async () => {
      const proven = await this.provenAddress(reader.id, key);
      if (proven === null) return null;
      await this.access.changeEmail(reader.id, proven, reader.sessionId);
      await this.proofs.retire({ email: reader.email });
      await this.news.tell({ userId: reader.id, from: reader.email, to: proven });
      const subject = { kind: 'member', id: reader.id };
      // Neither address: the audit is kept for ever, and outlives the account.
      await this.audit.record({ actorId: reader.id, action: 'member.email-changed', subject });
      return proven;
    });
    if (email === null) throw invalidCode();
    return email;
  }

  private async provenAddress(userId: string, key: EmailChangeKey): Promise<string | null> {
    if ('token' in key) {
      return (await this.proofs.redeem(key, 'email_change', userId))?.email ?? null;
    }
    const email = await this.proofs.addressAwaited(userId, 'email_change');
    if (email === null) return null;
    const proof = await this.proofs.redeem({ email, code: key.code }, 'email_change', userId);
    return proof?.email ?? null;
  }
}
