/** Remembers accounts. */
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Database } from '../platform/database/database.js';
import { Prisma, type User } from '../platform/database/generated/client.js';
import type { Account, Role } from './reader.js';

export interface NewAccount {
  email: string;
  name: string | null;
  passwordHash: string | null;
  roles: Role[];
}

@Injectable()
export class UserRepository {
  constructor(private readonly database: Database) {}

  async findById(id: string): Promise<Account | null> {
    const user = await this.database.client.user.findUnique({ where: { id } });
    return user === null ? null : withoutPassword(user);
  }

  async findByEmail(email: string): Promise<Account | null> {
    const user = await this.database.client.user.findUnique({ where: { email } });
    return user === null ? null : withoutPassword(user);
  }

  /** @returns the hash to check a password against; null where the account has none */
  async findWithPassword(
    email: string,
  ): Promise<{ account: Account; passwordHash: string | null } | null> {
    const user = await this.database.client.user.findUnique({ where: { email } });
    return user === null
      ? null
      : { account: withoutPassword(user), passwordHash: user.passwordHash };
  }

  /** False also for an unknown address. */
  async hasPassword(email: string): Promise<boolean> {
    const where = { email, passwordHash: { not: null } };
    return (await this.database.client.user.count({ where })) === 1;
  }

  /** Leaves an account alone that already has this address, also when both are made at once. */
  async createUnlessKnown(account: NewAccount, now: Date): Promise<void> {
    await this.database.client.user.createMany({
      data: [{ id: uuid(), ...account, createdAt: now, updatedAt: now }],
      skipDuplicates: true,
    });
  }

  /** @returns false where another account has this address; the transaction around it is lost then */
  async move(id: string, email: string, now: Date): Promise<boolean> {
    try {
      await this.database.client.user.updateMany({
        where: { id, deletedAt: null },
        data: { email, updatedAt: now },
      });
      return true;
    } catch (error) {
      if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') {
        return false;
      }
      throw error;
    }
  }

  /** @returns the account as it is now, or null when there is none, or none any more */
  async change(
    id: string,
    fields: {
      name?: string | null;
      passwordHash?: string;
      roles?: Role[];
      bannedAt?: Date | null;
      banReason?: string | null;
    },
    now: Date,
  ): Promise<Account | null> {
    const [user] = await this.database.client.user.updateManyAndReturn({
      where: { id, deletedAt: null },
      data: { ...fields, updatedAt: now },
    });
    return user === undefined ? null : withoutPassword(user);
  }
}

/** As other rooms may see it. */
export function withoutPassword({ passwordHash, ...user }: User): Account {
  const { id, email, name, roles, createdAt, bannedAt, banReason, deletedAt } = user;
  const credentials = credentialsOf(email, passwordHash);
  return { id, email, name, roles, createdAt, bannedAt, banReason, deletedAt, credentials };
}

/** The same as `credentialsInSql`, of whose parts none can be told from it. */
function credentialsOf(email: string, passwordHash: string | null): string {
  return createHash('sha256')
    .update(`${email} ${passwordHash ?? ''}`)
    .digest('hex');
}

/** Of a row of users. */
export const credentialsInSql = Prisma.sql`
  encode(sha256(convert_to(email || ' ' || coalesce("passwordHash", ''), 'UTF8')), 'hex')`;
