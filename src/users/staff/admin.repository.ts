/** Knows who may do everything: where they are written to, and that one of them stays. */
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

const standing = { roles: { has: 'admin' }, bannedAt: null, deletedAt: null } as const;

@Injectable()
export class AdminRepository {
  constructor(private readonly database: Database) {}

  async addresses(): Promise<string[]> {
    const admins = await this.database.client.user.findMany({
      where: standing,
      orderBy: { id: 'asc' },
      select: { email: true },
    });
    return admins.map(({ email }) => email);
  }

  /** Until the transaction ends no other admin leaves, so that two cannot both go as the last but one. */
  async whileNobodyLeaves(): Promise<string[]> {
    const { client } = this.database;
    await client.$executeRaw`select pg_advisory_xact_lock(hashtextextended('leaving admins', 0))`;
    const admins = await client.user.findMany({ where: standing, select: { id: true } });
    return admins.map(({ id }) => id);
  }
}
