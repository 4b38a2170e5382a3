/** Remembers passkeys: the public halves of keys that stay on their owners' devices. */
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';

export interface Passkey {
  id: string;
  userId: string;
  credentialId: string;
  publicKey: Uint8Array<ArrayBuffer>;
  /** How often it has signed, as it says itself; 0 for ever where it does not count. */
  counter: number;
  transports: string[];
  name: string;
  backedUp: boolean;
  createdAt: Date;
  lastUsedAt: Date | null;
}

export type NewPasskey = Omit<Passkey, 'id' | 'createdAt' | 'lastUsedAt'>;

@Injectable()
export class PasskeyRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @returns null where the credential is known already, whosever it is */
  async add(passkey: NewPasskey): Promise<Passkey | null> {
    const [added] = await this.database.client.passkey.createManyAndReturn({
      data: [{ id: uuid(), ...passkey, createdAt: this.clock.now() }],
      skipDuplicates: true,
    });
    return added === undefined ? null : toPasskey(added);
  }

  async findByCredential(credentialId: string): Promise<Passkey | null> {
    const row = await this.database.client.passkey.findUnique({ where: { credentialId } });
    return row === null ? null : toPasskey(row);
  }

  /** The oldest first. */
  async list(userId: string): Promise<Passkey[]> {
    const rows = await this.database.client.passkey.findMany({
      where: { userId },
      orderBy: { id: 'asc' },
    });
    return rows.map(toPasskey);
  }

  /** @returns null where she has no such passkey */
  async rename(userId: string, id: string, name: string): Promise<Passkey | null> {
    const [renamed] = await this.database.client.passkey.updateManyAndReturn({
      where: { id, userId },
      data: { name },
    });
    return renamed === undefined ? null : toPasskey(renamed);
  }

  /** @returns false where its counter has not moved on, as in a copy's; of two requests at once, one gets true */
  async noteUse(
    id: string,
    { counter, backedUp }: { counter: number; backedUp: boolean },
  ): Promise<boolean> {
    const moved = counter === 0 ? { counter: 0n } : { counter: { lt: BigInt(counter) } };
    const { count } = await this.database.client.passkey.updateMany({
      where: { id, ...moved },
      data: { counter: BigInt(counter), backedUp, lastUsedAt: this.clock.now() },
    });
    return count === 1;
  }

  /** @returns false where she has no such passkey */
  async remove(userId: string, id: string): Promise<boolean> {
    const { count } = await this.database.client.passkey.deleteMany({ where: { id, userId } });
    return count === 1;
  }

  async removeAll(userId: string): Promise<void> {
    await this.database.client.passkey.deleteMany({ where: { userId } });
  }
}

/** A counter has 32 bits. */
const toPasskey = ({
  counter,
  ...row
}: Omit<Passkey, 'counter'> & { counter: bigint }): Passkey => ({
  ...row,
  counter: Number(counter),
});
