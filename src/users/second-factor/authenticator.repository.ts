/** Remembers authenticators: their secrets, locked, and which of their codes was taken last. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { Keys } from '../keys.js';

@Injectable()
export class AuthenticatorRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly keys: Keys,
  ) {}

  async isConfirmed(userId: string): Promise<boolean> {
    const where = { userId, confirmedAt: { not: null } };
    return (await this.database.client.authenticator.count({ where })) === 1;
  }

  /** @returns the secret of the one that guards her account, and of the one that she is setting up */
  async secretsOf(userId: string): Promise<{ held: Buffer | null; next: Buffer | null }> {
    const row = await this.database.client.authenticator.findUnique({ where: { userId } });
    const open = (locked: Uint8Array | null | undefined) =>
      locked ? this.keys.authenticator.open(locked, userId) : null;
    return { held: open(row?.secret), next: open(row?.nextSecret) };
  }

  /** Leaves the one that she has as it is. */
  async propose(userId: string, secret: Uint8Array): Promise<void> {
    const nextSecret = this.keys.authenticator.lock(secret, userId);
    await this.database.client.authenticator.upsert({
      where: { userId },
      create: { userId, nextSecret, createdAt: this.clock.now() },
      update: { nextSecret, createdAt: this.clock.now() },
    });
  }

  /** From now on the proposed one guards her account. @param step whose code was right */
  async confirm(userId: string, secret: Uint8Array, step: number): Promise<void> {
    await this.database.client.authenticator.update({
      where: { userId },
      data: {
        secret: this.keys.authenticator.lock(secret, userId),
        nextSecret: null,
        confirmedAt: this.clock.now(),
        lastStep: step,
      },
    });
  }

  /** @returns false where the code of this step, or of a later one, was taken before */
  async takeStep(userId: string, step: number): Promise<boolean> {
    const { count } = await this.database.client.authenticator.updateMany({
      where: {
        userId,
        confirmedAt: { not: null },
        OR: [{ lastStep: null }, { lastStep: { lt: step } }],
      },
      data: { lastStep: step },
    });
    return count === 1;
  }

  /** @returns false where there was none */
  async remove(userId: string): Promise<boolean> {
    const { count } = await this.database.client.authenticator.deleteMany({
      where: { userId, confirmedAt: { not: null } },
    });
    return count === 1;
  }
}
