/** Remembers who is signed in on which device. */
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Database } from '../../platform/database/database.js';
import type { Account } from '../reader.js';
import type { SessionKind } from '../reader-finder.js';
import { credentialsInSql, withoutPassword } from '../user.repository.js';
import type { SessionStanding } from './session.rules.js';

export interface Session extends SessionStanding {
  id: string;
  kind: SessionKind;
  userAgent: string | null;
  createdAt: Date;
}

export type SessionWithAccount = Session & { account: Account };

export interface NewSession {
  /** As it was when its owner has proven to be her. */
  account: Pick<Account, 'id' | 'credentials'>;
  kind: SessionKind;
  userAgent: string | null;
  secondFactorAt: Date | null;
  createdAt: Date;
  expiresAt: Date;
}

interface OneSession {
  id: string;
  /** Whose it has to be. */
  userId?: string;
  except?: undefined;
}

interface AllSessions {
  userId: string;
  /** The id of one that goes on. */
  except?: string | undefined;
}

@Injectable()
export class SessionRepository {
  constructor(private readonly database: Database) {}

  async find(id: string, kind: SessionKind): Promise<SessionWithAccount | null> {
    const row = await this.database.client.session.findUnique({
      where: { id, kind },
      include: { user: true },
    });
    if (row === null) return null;
    const { user, ...session } = row;
    return { ...session, account: withoutPassword(user) };
  }

  /** The live ones of an account, newest first; nobody hears of those in which staff read as her. */
  findLive(userId: string, now: Date, before: string | null, limit: number): Promise<Session[]> {
    return this.database.client.session.findMany({
      where: {
        userId,
        impersonatedById: null,
        endedAt: null,
        expiresAt: { gt: now },
        ...(before === null ? {} : { id: { lt: before } }),
      },
      orderBy: { id: 'desc' },
      take: limit,
    });
  }

  /**
   * Whoever changes the account at this moment is waited for, and whoever does so next finds the session and ends it.
   * @returns null where the account is banned, deleted or has other credentials since it was proven
   */
  async add({
    account: { id: userId, credentials },
    kind,
    userAgent,
    secondFactorAt,
    createdAt,
    expiresAt,
  }: NewSession): Promise<string | null> {
    const id = uuid();
    const added = await this.database.client.$executeRaw`
      insert into sessions (id, "userId", kind, "userAgent", "secondFactorAt", "createdAt", "rotatedAt",
        "provenAt", "expiresAt")
      select ${id}::uuid, id, ${kind}::"SessionKind", ${userAgent}, ${secondFactorAt}::timestamptz,
        ${createdAt}::timestamptz, ${createdAt}::timestamptz, ${createdAt}::timestamptz,
        ${expiresAt}::timestamptz
      from users
      where id = ${userId}::uuid and "bannedAt" is null and "deletedAt" is null
        and ${credentialsInSql} = ${credentials}
      for share`;
    return added === 1 ? id : null;
  }

  async isLive(id: string): Promise<boolean> {
    return (await this.database.client.session.count({ where: { id, endedAt: null } })) === 1;
  }

  /** One that was ended meanwhile stays ended. */
  async prolong(id: string, now: Date, expiresAt: Date): Promise<void> {
    await this.database.client.session.updateMany({
      where: { id, endedAt: null },
      data: { rotatedAt: now, expiresAt },
    });
  }

  /** @returns false when somebody else rotated or ended it first */
  async rotate(id: string, from: number, now: Date, expiresAt: Date): Promise<boolean> {
    const { count } = await this.database.client.session.updateMany({
      where: { id, generation: from, endedAt: null },
      data: { generation: from + 1, rotatedAt: now, expiresAt },
    });
    return count === 1;
  }

  /**
   * Ends one session, or all of an account, or all but one.
   * @returns how many were live until now
   */
  async end({ except, ...which }: OneSession | AllSessions, now: Date): Promise<number> {
    const { count } = await this.database.client.session.updateMany({
      where: { ...which, ...(except === undefined ? {} : { NOT: { id: except } }), endedAt: null },
      data: { endedAt: now },
    });
    return count;
  }
}
