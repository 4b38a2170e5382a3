/** Gives roles and takes them away; what somebody may do follows at her next request. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { notFound } from '../../platform/http/problem.js';
import type { Account, Role } from '../reader.js';
import { UserRepository } from '../user.repository.js';
import { lastAdmin } from '../users.errors.js';
import { AdminRepository } from './admin.repository.js';
import { RolesMail } from './roles-mail.js';

@Injectable()
export class Roles {
  constructor(
    private readonly clock: Clock,
    private readonly users: UserRepository,
    private readonly admins: AdminRepository,
    private readonly mail: RolesMail,
  ) {}

  /**
   * In a transaction, which keeps any other admin from leaving meanwhile.
   * @throws Problem 404 for an unknown account, 409 `auth/last-admin`
   */
  async change(userId: string, roles: readonly Role[]): Promise<Account> {
    if (!roles.includes('admin')) await this.refuseLastAdmin(userId);
    const before = await this.users.findById(userId);
    const account = await this.users.change(userId, { roles: [...roles] }, this.clock.now());
    if (before === null || account === null) throw notFound();
    if (inWords(before.roles) !== inWords(account.roles)) {
      await this.mail.send(account.email, account.roles);
    }
    return account;
  }

  /** In a transaction, as above. @throws Problem 409 `auth/last-admin` */
  async refuseLastAdmin(userId: string): Promise<void> {
    const admins = await this.admins.whileNobodyLeaves();
    if (admins.length === 1 && admins[0] === userId) throw lastAdmin();
  }

  /** As the audit keeps them. @throws Problem 404 */
  async of(userId: string): Promise<string> {
    const account = await this.users.findById(userId);
    if (account === null || account.deletedAt !== null) throw notFound();
    return inWords(account.roles);
  }
}

const inWords = (roles: readonly Role[]): string => roles.toSorted().join(', ');
