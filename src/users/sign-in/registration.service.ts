/** Opens accounts: only for somebody who has shown that she reads the mailbox. */
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { AccountAccess } from '../account-access.js';
import { AccountMails } from '../account-mails.js';
import { EmailProofService } from '../proofs/email-proof.service.js';
import { NewPasswords } from '../passwords/new-passwords.service.js';
import { isAskedWith, newProofRequest } from '../proofs/proof-request.js';
import { type ProofKey, nothingPending } from '../proofs/proof.rules.js';
import type { Account } from '../reader.js';
import { invalidCode } from '../users.errors.js';

export interface Registration {
  email: string;
  password: string;
  name: string | null;
}

export interface OpenedAccount {
  account: Account;
  /** False where nobody can tell whose password it was, so that none was kept. */
  hasPassword: boolean;
}

@Injectable()
export class RegistrationService {
  constructor(
    private readonly database: Database,
    private readonly passwords: NewPasswords,
    private readonly proofs: EmailProofService,
    private readonly access: AccountAccess,
    private readonly mails: AccountMails,
  ) {}

  /**
   * Writes a mail; what it says depends on whether the address is known, and nothing else does.
   * @param request of whoever asked before in the same browser: a code opens with the request that asked for it
   * @returns the request of this mail
   * @throws Problem 422 for a weak password
   */
  async register(
    { email, password, name }: Registration,
    request = newProofRequest(),
  ): Promise<string> {
    const passwordHash = await this.passwords.hashForRegistration(password, { email, name });
    await this.database.transaction(async () => {
      // Also where no further mail goes out: somebody may be filling the mailbox to be the only one.
      const contested = await this.proofs.contest(email, passwordHash);
      const known = (await this.access.find(email)) !== null;
      const pending = known || contested ? nothingPending : { name, passwordHash };
      const secrets = await this.proofs.issue(email, 'registration', { pending, request });
      if (secrets === null) return;
      if (known) await this.mails.alreadyRegistered(email);
      else await this.mails.confirmAddress(email, secrets);
    });
    return request;
  }

  /**
   * Opens the account. Where it was opened meanwhile, the proven mailbox signs in to it, and its
   * password stays as it is. A password does not count where the proof comes from elsewhere than it was asked
   * for: whoever opens a mail that she did not ask for gets an account, and not one that a stranger has the key to.
   * Where it has none, its owner is told so by mail.
   * @throws Problem 422 when the code or link is not good
   */
  async verify(key: ProofKey): Promise<OpenedAccount> {
    const opened = await this.database.transaction(async () => {
      const proof = await this.proofs.redeem(key, 'registration');
      if (proof === null) return null;
      const { email } = proof;
      const isHers = key.request === undefined || isAskedWith(proof, key.request);
      const { name, passwordHash } = isHers ? proof : nothingPending;
      const account = await this.access.open({ email, name, passwordHash, roles: [] });
      const hasPassword = await this.access.hasPassword(email);
      if (!hasPassword) await this.mails.passwordMissing(email);
      return { account, hasPassword };
    });
    if (opened === null) throw invalidCode();
    return opened;
  }
}
