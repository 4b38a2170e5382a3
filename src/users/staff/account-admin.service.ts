/** What staff do to accounts: open them, grant roles, ban and unban. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { notFound } from '../../platform/http/problem.js';
import { AccountAccess } from '../account-access.js';
import { NewPasswords } from '../passwords/new-passwords.service.js';
import type { Account, Role } from '../reader.js';
import { UserRepository } from '../user.repository.js';

export interface StaffAccount {
  email: string;
  password: string;
  name: string | null;
  roles: Role[];
}

@Injectable()
export class AccountAdminService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly users: UserRepository,
    private readonly access: AccountAccess,
    private readonly passwords: NewPasswords,
  ) {}

  /**
   * Ends every session and keeps new ones from being opened.
   * @throws Problem 404 for an unknown account
   */
  async ban(userId: string, reason: string): Promise<Account> {
    return orNotFound(await this.database.transaction(() => this.access.ban(userId, reason)));
  }

  /** @throws Problem 404 for an unknown account */
  async unban(userId: string): Promise<Account> {
    return orNotFound(await this.access.unban(userId));
  }

  /** Replaces the roles of an account; takes effect at its next request. @throws Problem 404 */
  async grantRoles(email: string, roles: Role[]): Promise<Account> {
    const account = orNotFound(await this.users.findByEmail(email));
    return orNotFound(await this.users.change(account.id, { roles }, this.clock.now()));
  }

  /**
   * Opens an account without a mailed proof, for staff and for the town; with no roles it is a reader's.
   * One that exists gets this password, and is signed out everywhere, and these roles.
   * @throws Problem 422 for a weak password
   */
  async createStaff({ email, password, name, roles }: StaffAccount): Promise<Account> {
    const passwordHash = await this.passwords.hash(password, { email, name });
    return this.database.transaction(async () => {
      if ((await this.users.findByEmail(email)) === null) {
        return this.access.open({ email, name, passwordHash, roles });
      }
      const known = await this.grantRoles(email, roles);
      await this.access.replacePassword(known.id, passwordHash);
      return known;
    });
  }
}

function orNotFound(account: Account | null): Account {
  if (account === null) throw notFound();
  return account;
}
