/** Signs in by mail: a link or a code, no password. */
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { AccountMails } from '../account-mails.js';
import { EmailProofService } from '../proofs/email-proof.service.js';
import { newProofRequest } from '../proofs/proof-request.js';
import type { ProofKey } from '../proofs/proof.rules.js';
import type { Account } from '../reader.js';
import { UserRepository } from '../user.repository.js';
import { invalidCode } from '../users.errors.js';
import { SignInMetrics } from './sign-in.metrics.js';

@Injectable()
export class MagicLinkService {
  constructor(
    private readonly database: Database,
    private readonly users: UserRepository,
    private readonly proofs: EmailProofService,
    private readonly mails: AccountMails,
    private readonly metrics: SignInMetrics,
  ) {}

  /**
   * Writes a mail; to an unknown address one that says so, which nobody but its owner reads.
   * @param request of whoever asked before in the same browser: a code opens with the request that asked for it
   * @returns the request of this mail, also where the address has had its share and none goes out
   */
  async send(email: string, request = newProofRequest()): Promise<string> {
    if (await this.proofs.isExhausted(email)) return request;
    await this.database.transaction(async () => {
      const account = await this.users.findByEmail(email);
      const secrets = await this.proofs.issue(email, 'sign_in', { request });
      if (secrets === null) return;
      if (account === null) await this.mails.noAccount(email);
      else await this.mails.signIn(email, secrets);
    });
    return request;
  }

  /** @throws Problem 422 when the code or link is not good */
  async redeem(key: ProofKey): Promise<Account> {
    const account = await this.database.transaction(async () => {
      const proof = await this.proofs.redeem(key, 'sign_in');
      if (proof === null) return null;
      await this.proofs.retire({ email: proof.email }, 'sign_in');
      return this.users.findByEmail(proof.email);
    });
    if (account === null) {
      this.metrics.failed('code-or-link');
      throw invalidCode();
    }
    return account;
  }
}
