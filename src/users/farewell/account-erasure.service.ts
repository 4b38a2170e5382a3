/** Deletes an account: whoever she was is forgotten, and every device is signed out. */
import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import { notFound } from '../../platform/http/problem.js';
import { AccountErasureRepository } from './account-erasure.repository.js';
import { FarewellMail } from './farewell-mail.js';
import { ReaderDirectory } from '../reader-directory.service.js';
import { Roles } from '../staff/roles.service.js';

@Injectable()
export class AccountErasure {
  constructor(
    private readonly accounts: AccountErasureRepository,
    private readonly roles: Roles,
    private readonly mail: FarewellMail,
    private readonly audit: Audit,
    private readonly directory: ReaderDirectory,
  ) {}

  /** @throws Problem 404 for an unknown account */
  async isErased(userId: string): Promise<boolean> {
    const account = await this.directory.byId(userId);
    if (account === null) throw notFound();
    return account.deletedAt !== null;
  }

  /** @throws Problem 409 `auth/last-admin` */
  refuseLastAdmin(userId: string): Promise<void> {
    return this.roles.refuseLastAdmin(userId);
  }

  /**
   * In one transaction with whatever else is forgotten. An account that is deleted stays as it is.
   * @param actorId whose wish it is
   * @throws Problem 409 `auth/last-admin`
   */
  async erase(userId: string, actorId: string): Promise<void> {
    await this.refuseLastAdmin(userId);
    const email = await this.accounts.erase(userId);
    if (email === null) return;
    await this.mail.send(email);
    const subject = { kind: 'member', id: userId };
    await this.audit.record({ actorId, action: 'member.deleted', subject });
  }
}
