/** Gives an account a new password, through its mailbox. */
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { AccountAccess } from '../account-access.js';
import { EmailProofService } from '../proofs/email-proof.service.js';
import { NewPasswords } from './new-passwords.service.js';
import { PasswordReplacement } from './password-replacement.service.js';
import { invalidCode } from '../users.errors.js';

@Injectable()
export class PasswordResetService {
  constructor(
    private readonly database: Database,
    private readonly passwords: NewPasswords,
    private readonly proofs: EmailProofService,
    private readonly access: AccountAccess,
    private readonly replacement: PasswordReplacement,
  ) {}

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
      await this.replacement.replace(account, passwordHash);
      return true;
    });
    if (!done) throw invalidCode();
  }
}
