/** Takes the person out of an account and leaves the row, which the books refer to. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { BroughtLines } from '../intake/brought-lines.repository.js';

/** No address at all, so that nobody can ever prove it or be written to there. */
const placeholder = (userId: string): string => `deleted:${userId}`;

@Injectable()
export class AccountErasureRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly brought: BroughtLines,
  ) {}

  /** @returns the address that was hers, or null when there is no such account, or none any more */
  async erase(userId: string): Promise<string | null> {
    const now = this.clock.now();
    const { client } = this.database;
    const rows = await client.$queryRaw<{ email: string }[]>`
      select email from users where id = ${userId}::uuid and "deletedAt" is null for update`;
    const email = rows[0]?.email;
    if (email === undefined) return null;
    await client.user.update({
      where: { id: userId },
      data: {
        email: placeholder(userId),
        name: null,
        passwordHash: null,
        roles: [],
        banReason: null,
        labels: [],
        deletedAt: now,
        updatedAt: now,
      },
    });
    await client.session.deleteMany({ where: { userId } });
    await client.challenge.deleteMany({ where: { userId } });
    await client.authenticator.deleteMany({ where: { userId } });
    await client.recoveryCode.deleteMany({ where: { userId } });
    await client.passkey.deleteMany({ where: { userId } });
    await client.emailProof.deleteMany({ where: { OR: [{ email }, { userId }] } });
    await client.knownPlace.deleteMany({ where: { userId } });
    await client.memberNote.deleteMany({ where: { userId } });
    await this.brought.forget(email);
    return email;
  }
}
