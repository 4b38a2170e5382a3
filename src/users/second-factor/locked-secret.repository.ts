/** All secrets of authenticators, a page at a time, to be locked with today's key. */
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Keys } from '../keys.js';

/** How many were looked at, how many of them were locked anew, and how many open with no key that is known. */
export interface RenewedSecrets {
  readonly looked: number;
  readonly renewed: number;
  readonly lost: number;
}

interface Locked {
  userId: string;
  secret: Uint8Array<ArrayBuffer> | null;
  nextSecret: Uint8Array<ArrayBuffer> | null;
}

const page = 500;

@Injectable()
export class LockedSecretRepository {
  constructor(
    private readonly database: Database,
    private readonly keys: Keys,
  ) {}

  async renewAll(stopping?: AbortSignal): Promise<RenewedSecrets> {
    const sum = { looked: 0, renewed: 0, lost: 0 };
    let rows: Locked[] = [];
    do {
      stopping?.throwIfAborted();
      const last = rows.at(-1)?.userId;
      rows = await this.database.client.authenticator.findMany({
        select: { userId: true, secret: true, nextSecret: true },
        orderBy: { userId: 'asc' },
        take: page,
        ...(last === undefined ? {} : { where: { userId: { gt: last } } }),
      });
      for (const { userId, secret, nextSecret } of rows) {
        await this.renew(userId, 'secret', secret, sum);
        await this.renew(userId, 'nextSecret', nextSecret, sum);
      }
    } while (rows.length === page);
    return sum;
  }

  /** Leaves alone what its owner has replaced meanwhile. */
  private async renew(
    userId: string,
    column: 'secret' | 'nextSecret',
    locked: Uint8Array<ArrayBuffer> | null,
    sum: { looked: number; renewed: number; lost: number },
  ): Promise<void> {
    if (locked === null) return;
    sum.looked += 1;
    const anew = this.keys.authenticator.lockAnew(locked, userId);
    if (anew === null) {
      if (this.keys.authenticator.open(locked, userId) === null) sum.lost += 1;
      return;
    }
    const { count } = await this.database.client.authenticator.updateMany({
      where: { userId, [column]: locked },
      data: { [column]: anew },
    });
    sum.renewed += count;
  }
}
