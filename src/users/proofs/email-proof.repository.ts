/** Remembers mailed codes and links, by their hashes. */
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Database } from '../../platform/database/database.js';
import { type PendingAccount, mostAttempts } from './proof.rules.js';

export type ProofPurpose =
  'registration' | 'sign_in' | 'password_reset' | 'email_change' | 'fresh_proof';

export interface EmailProof extends PendingAccount {
  id: string;
  email: string;
  userId: string | null;
  requestHash: string | null;
  codeHash: string;
}

export interface NewEmailProof extends PendingAccount {
  email: string;
  purpose: ProofPurpose;
  userId: string | null;
  requestHash: string | null;
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

  /** Also forgets the address's expired ones: what nobody confirmed is not ours to keep. */
  async add(proof: NewEmailProof): Promise<void> {
    const { email, createdAt: now } = proof;
    await this.database.client.emailProof.deleteMany({ where: { email, expiresAt: { lte: now } } });
    await this.database.client.emailProof.create({ data: { id: uuid(), ...proof } });
  }

  /** The one of a link, or the newest that waits for an account. */
  findLive(
    which: { purpose: ProofPurpose } & ({ tokenHash: string } | { userId: string }),
    now: Date,
  ): Promise<EmailProof | null> {
    return this.database.client.emailProof.findFirst({
      where: { ...which, usedAt: null, expiresAt: { gt: now } },
      orderBy: { id: 'desc' },
    });
  }

  /** Spends one attempt of each live proof that could be meant and returns those that had one left. */
  spendAttempt(
    meant: { email: string; purpose: ProofPurpose; userId?: string; requestHash?: string },
    now: Date,
  ): Promise<EmailProof[]> {
    return this.database.client.emailProof.updateManyAndReturn({
      where: {
        ...meant,
        usedAt: null,
        expiresAt: { gt: now },
        attempts: { lt: mostAttempts },
      },
      data: { attempts: { increment: 1 } },
    });
  }

  /**
   * Uses up one proof, or all of an address or an account (for these purposes).
   * @returns how many were still good: of two requests at once, one gets 1 and the other 0
   */
  async use(
    which:
      | { id: string }
      | { email: string; purpose?: { in: ProofPurpose[] } }
      | { userId: string; purpose?: { in: ProofPurpose[] } },
    now: Date,
  ): Promise<number> {
    const { count } = await this.database.client.emailProof.updateMany({
      where: { ...which, usedAt: null, expiresAt: { gt: now } },
      data: { usedAt: now },
    });
    return count;
  }

  /**
   * Takes name and password from this address's waiting registrations that chose another password.
   * @returns how many such registrations wait
   */
  async disown(email: string, passwordHash: string, now: Date): Promise<number> {
    const { count } = await this.database.client.emailProof.updateMany({
      where: {
        email,
        purpose: 'registration',
        usedAt: null,
        expiresAt: { gt: now },
        OR: [{ passwordHash: null }, { passwordHash: { not: passwordHash } }],
      },
      data: { name: null, passwordHash: null },
    });
    return count;
  }
}
