/** Gives an account a new password, through its mailbox. */
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { AccountAccess } from '../account-access.js';
import { AccountMails } from '../account-mails.js';
import { EmailProofService } from '../proofs/email-proof.service.js';
import { NewPasswords } from './new-passwords.service.js';
import { invalidCode } from '../users.errors.js';

@Injectable()
export class PasswordResetService {
  constructor(
    private readonly database: Database,
    private readonly passwords: NewPasswords,
    private readonly proofs: EmailProofService,
    private readonly access: AccountAccess,
    private readonly mails: AccountMails,
  ) {}

  /** Writes a mail; to an unknown address one that says so, which nobody but its owner reads. */
  async send(email: string): Promise<void> {
    if (await this.proofs.isExhausted(email)) return;
    await this.database.transaction(async () => {
      const account = await this.access.find(email);
      const secrets = await this.proofs.issue(email, 'password_reset');
      if (secrets === null) return;
      if (account === null) await this.mails.noAccount(email);
      else await this.mails.passwordReset(email, secrets);
    });
  }

  /**
   * Sets the password and signs every device out. A refused password leaves the link good.
   * @throws Problem 422 when the link is not good or the password is weak
   */
  async reset(token: string, password: string): Promise<void> {
    const waiting = await this.proofs.peek(token, 'password_reset');
    const account = waiting === null ? null : await this.access.find(waiting.email);
    if (account === null) throw invalidCode();
    const passwordHash = await this.passwords.hash(password, account);
    const done = await this.database.transaction(async () => {
      if ((await this.proofs.redeem({ token }, 'password_reset')) === null) return false;
      await this.proofs.retire(account.email, 'password_reset', 'sign_in');
      await this.access.replacePassword(account.id, passwordHash);
      await this.mails.passwordChanged(account.email);
      return true;
    });
    if (!done) throw invalidCode();
  }
}
