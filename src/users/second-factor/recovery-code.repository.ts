/** Remembers recovery codes, by their hashes. */
import { createHash } from 'node:crypto';
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
      data: codes.map((code) => ({ userId, codeHash: hash(userId, code) })),
    });
  }

  /** @returns false where it is none of hers, or was used before */
  async use(userId: string, code: string): Promise<boolean> {
    // Those given out by the first versions were hashed with a key, and are good until their owner renews them.
    const keyed = this.keys.recoveryCode.everyOf(`${userId} ${code}`);
    const hashes = [hash(userId, code), ...keyed.map((digest) => digest.toString('base64url'))];
    const { count } = await this.database.client.recoveryCode.updateMany({
      where: { userId, codeHash: { in: hashes }, usedAt: null },
      data: { usedAt: this.clock.now() },
    });
    return count === 1;
  }

  countLeft(userId: string): Promise<number> {
    return this.database.client.recoveryCode.count({ where: { userId, usedAt: null } });
  }
}

/** Without a key, so that they outlive a change of JWT_SECRET: nobody tries 2^120 codes. */
function hash(userId: string, code: string): string {
  return createHash('sha256').update(`${userId} ${code}`).digest('base64url');
}
