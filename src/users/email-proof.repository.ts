/** Remembers mailed codes and links, by their hashes. */
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Database } from '../platform/database/database.js';
import { type PendingAccount, mostAttempts } from './proof.rules.js';

export type ProofPurpose = 'registration' | 'sign_in' | 'password_reset';

export interface EmailProof extends PendingAccount {
  id: string;
  email: string;
  codeHash: string;
}

export interface NewEmailProof extends PendingAccount {
  email: string;
  purpose: ProofPurpose;
  codeHash: string;
  tokenHash: string;
  createdAt: Date;
  expiresAt: Date;
}

@Injectable()
export class EmailProofRepository {
  constructor(private readonly database: Database) {}

  /** Until the transaction ends, nobody else asks for or tries a proof of this address. */
  async holdAddress(email: string): Promise<void> {
    await this.database.client.$executeRaw`
      select pg_advisory_xact_lock(hashtextextended(${`email proof ${email}`}, 0))`;
  }

  /** Used ones count, too: they were mails. */
  countLive(email: string, now: Date): Promise<number> {
    return this.database.client.emailProof.count({ where: { email, expiresAt: { gt: now } } });
  }

  async add(proof: NewEmailProof): Promise<void> {
    await this.database.client.emailProof.create({ data: { id: uuid(), ...proof } });
  }

  /** What nobody confirmed is not ours to keep. */
  async forgetExpired(email: string, now: Date): Promise<void> {
    await this.database.client.emailProof.deleteMany({ where: { email, expiresAt: { lte: now } } });
  }

  findLiveByToken(tokenHash: string, purpose: ProofPurpose, now: Date): Promise<EmailProof | null> {
    return this.database.client.emailProof.findFirst({
      where: { tokenHash, purpose, usedAt: null, expiresAt: { gt: now } },
    });
  }

  /** Spends one attempt of every live proof and returns those that had one left. */
  spendAttempt(email: string, purpose: ProofPurpose, now: Date): Promise<EmailProof[]> {
    return this.database.client.emailProof.updateManyAndReturn({
      where: {
        email,
        purpose,
        usedAt: null,
        expiresAt: { gt: now },
        attempts: { lt: mostAttempts },
      },
      data: { attempts: { increment: 1 } },
    });
  }

  /** @returns false when it was used or has expired meanwhile: of two at once, one wins */
  async use(id: string, now: Date): Promise<boolean> {
    const { count } = await this.database.client.emailProof.updateMany({
      where: { id, usedAt: null, expiresAt: { gt: now } },
      data: { usedAt: now },
    });
    return count === 1;
  }

  async retire(email: string, purposes: readonly ProofPurpose[], now: Date): Promise<void> {
    await this.database.client.emailProof.updateMany({
      where: { email, purpose: { in: [...purposes] }, usedAt: null },
      data: { usedAt: now },
    });
  }

  /** What other registrations of this address, not yet used or expired, would begin with. */
  findRivals(email: string, exceptId: string, now: Date): Promise<PendingAccount[]> {
    return this.database.client.emailProof.findMany({
      where: {
        email,
        purpose: 'registration',
        id: { not: exceptId },
        usedAt: null,
        expiresAt: { gt: now },
      },
      select: { name: true, passwordHash: true },
    });
  }
}
