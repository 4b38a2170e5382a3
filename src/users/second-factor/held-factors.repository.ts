/** Counts what somebody can show besides a password or her mailbox. */
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { FactorsHeld } from './second-factor.rules.js';

@Injectable()
export class HeldFactors {
  constructor(private readonly database: Database) {}

  /** Until the transaction ends, nobody else adds or takes away a factor of hers. */
  async holdStill(userId: string): Promise<void> {
    await this.database.client.$executeRaw`
      select pg_advisory_xact_lock(hashtextextended(${`factors of ${userId}`}, 0))`;
  }

  async of(userId: string): Promise<FactorsHeld> {
    const { authenticator, passkey } = this.database.client;
    const authenticators = await authenticator.count({
      where: { userId, confirmedAt: { not: null } },
    });
    const passkeys = await passkey.count({ where: { userId } });
    return { hasAuthenticator: authenticators > 0, passkeys };
  }
}
