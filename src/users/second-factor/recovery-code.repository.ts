/** Remembers recovery codes, by their keyed hashes. */
import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { Keys } from '../keys.js';

@Injectable()
export class RecoveryCodeRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly keys: Keys,
  ) {}

  /** Forgets the ones she had. */
  async replace(userId: string, codes: readonly string[]): Promise<void> {
    const { recoveryCode } = this.database.client;
    await recoveryCode.deleteMany({ where: { userId } });
    await recoveryCode.createMany({
      data: codes.map((code) => ({ userId, codeHash: this.hash(userId, code) })),
    });
  }

  /** @returns false where it is none of hers, or was used before */
  async use(userId: string, code: string): Promise<boolean> {
    const { count } = await this.database.client.recoveryCode.updateMany({
      where: { userId, codeHash: this.hash(userId, code), usedAt: null },
      data: { usedAt: this.clock.now() },
    });
    return count === 1;
  }

  countLeft(userId: string): Promise<number> {
    return this.database.client.recoveryCode.count({ where: { userId, usedAt: null } });
  }

  private hash(userId: string, code: string): string {
    return createHmac('sha256', this.keys.recoveryCode)
      .update(`${userId} ${code}`)
      .digest('base64url');
  }
}
