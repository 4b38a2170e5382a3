/** Reads everything that the users' room holds of somebody; secrets stay, whatever they are kept as. */
import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/audit-log.repository.js';
import { Database } from '../../platform/database/database.js';
import { notFound } from '../../platform/http/problem.js';
import { BroughtLines } from '../intake/brought-lines.repository.js';
import type {
  AccountDisclosed,
  DisclosedAccount,
  DisclosedFactors,
} from './account-disclosure.presenter.js';

const dated = { createdAt: true, expiresAt: true } as const;

@Injectable()
export class AccountDisclosure {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly brought: BroughtLines,
  ) {}

  /** @throws Problem 404 */
  async of(userId: string): Promise<AccountDisclosed> {
    const account = await this.account(userId);
    const [rest, factors] = await Promise.all([
      this.traces(userId, account.email),
      this.factors(userId),
    ]);
    return { account, factors, ...rest };
  }

  /** What the audit says that she did, and that was done to her. */
  deeds(userId: string): Promise<{ action: string; at: Date }[]> {
    return this.audit.about(userId);
  }

  private async account(id: string): Promise<DisclosedAccount> {
    const found = await this.database.client.user.findUnique({
      where: { id },
      select: {
        id: true,
        email: true,
        name: true,
        roles: true,
        labels: true,
        passwordHash: true,
        createdAt: true,
        updatedAt: true,
        bannedAt: true,
        banReason: true,
      },
    });
    if (found === null) throw notFound();
    const { passwordHash, ...account } = found;
    return { ...account, hasPassword: passwordHash !== null };
  }

  private async traces(
    userId: string,
    email: string,
  ): Promise<Omit<AccountDisclosed, 'account' | 'factors'>> {
    const { client } = this.database;
    const oldestFirst = { orderBy: { createdAt: 'asc' } } as const;
    const [sessions, places, proofs, challenges, notes, broughtLines] = await Promise.all([
      client.session.findMany({
        // One in which staff read as her is a deed of theirs, and stands among the deeds.
        where: { userId, impersonatedById: null },
        select: {
          id: true,
          kind: true,
          userAgent: true,
          rotatedAt: true,
          provenAt: true,
          secondFactorAt: true,
          endedAt: true,
          ...dated,
        },
        ...oldestFirst,
      }),
      client.knownPlace.findMany({ where: { userId }, orderBy: { seenAt: 'asc' } }),
      client.emailProof.findMany({
        where: { OR: [{ email }, { userId }] },
        select: { email: true, purpose: true, name: true, usedAt: true, ...dated },
        ...oldestFirst,
      }),
      client.challenge.findMany({
        where: { userId },
        select: { kind: true, ...dated },
        ...oldestFirst,
      }),
      client.memberNote.findMany({
        where: { userId },
        select: { text: true, createdAt: true },
        ...oldestFirst,
      }),
      this.brought.of(email),
    ]);
    const knownPlaces = places.map(({ seenAt }) => seenAt);
    return { sessions, knownPlaces, proofs, challenges, notes, broughtLines };
  }

  private async factors(userId: string): Promise<DisclosedFactors> {
    const { client } = this.database;
    const [passkeys, authenticator, recoveryCodes] = await Promise.all([
      client.passkey.findMany({
        where: { userId },
        select: { name: true, transports: true, backedUp: true, createdAt: true, lastUsedAt: true },
        orderBy: { createdAt: 'asc' },
      }),
      client.authenticator.findUnique({
        where: { userId },
        select: { createdAt: true, confirmedAt: true },
      }),
      client.recoveryCode.count({ where: { userId, usedAt: null } }),
    ]);
    return {
      passkeys,
      authenticatorSince: authenticator?.createdAt ?? null,
      authenticatorConfirmedAt: authenticator?.confirmedAt ?? null,
      recoveryCodes,
    };
  }
}
