/** Takes in accounts by the list, for a publication that brings its readers with it. */
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';

export interface IntakeAccount {
  id: string;
  email: string;
  name: string | null;
  labels: string[];
  isBanned: boolean;
}

@Injectable()
export class AccountIntake {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Those that exist, by address; until the transaction ends nobody else changes them. */
  async known(emails: readonly string[]): Promise<Map<string, IntakeAccount>> {
    const found = await this.database.client.$queryRaw<IntakeAccount[]>`
      select id, email, name, labels, "bannedAt" is not null as "isBanned"
      from users where email = any(${[...emails]}) order by id for no key update`;
    return new Map(found.map((account) => [account.email, account]));
  }

  /**
   * Accounts without a password, whose owners sign in by mail: the publication vouches for their addresses. One that
   * is opened by somebody else meanwhile stays as it is.
   * @returns the new ones, by address
   */
  async open(
    accounts: readonly Pick<IntakeAccount, 'email' | 'name' | 'labels'>[],
  ): Promise<Map<string, string>> {
    const now = this.clock.now();
    const opened = await this.database.client.user.createManyAndReturn({
      data: accounts.map(({ email, name, labels }) => ({
        id: uuid(),
        email,
        name,
        labels,
        roles: [],
        createdAt: now,
        updatedAt: now,
      })),
      skipDuplicates: true,
      select: { id: true, email: true },
    });
    return new Map(opened.map(({ id, email }) => [email, id]));
  }

  async change(id: string, fields: { name?: string; labels?: string[] }): Promise<void> {
    await this.database.client.user.update({
      where: { id },
      data: { ...fields, updatedAt: this.clock.now() },
      select: { id: true },
    });
  }
}
