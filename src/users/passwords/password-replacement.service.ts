/** What follows from a new password, however it came about: sessions and old mails end, its owner is told. */
import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import { AccountAccess } from '../account-access.js';
import { AccountMails } from '../account-mails.js';
import { EmailProofService } from '../proofs/email-proof.service.js';

@Injectable()
export class PasswordReplacement {
  constructor(
    private readonly access: AccountAccess,
    private readonly proofs: EmailProofService,
    private readonly mails: AccountMails,
    private readonly audit: Audit,
  ) {}

  /**
   * In a transaction.
   * @param kept the session that goes on; all others end
   */
  async replace(
    { id, email }: { id: string; email: string },
    passwordHash: string,
    kept?: string,
  ): Promise<void> {
    await this.proofs.retire({ email }, 'password_reset', 'sign_in', 'fresh_proof');
    // Whoever named another address may be the one from whom she takes her account back.
    await this.proofs.retire({ userId: id }, 'email_change');
    await this.access.replacePassword(id, passwordHash, kept);
    await this.mails.passwordChanged(email);
    const subject = { kind: 'member', id };
    await this.audit.record({ actorId: id, action: 'member.password-changed', subject });
  }
}
