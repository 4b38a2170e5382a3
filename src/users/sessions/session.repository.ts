/** Remembers who is signed in on which device. */
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Database } from '../../platform/database/database.js';
import type { Account } from '../reader.js';
import type { SessionKind } from '../reader-finder.js';
import type { SessionStanding } from './session.rules.js';

export interface Session extends SessionStanding {
  id: string;
  kind: SessionKind;
  userAgent: string | null;
  createdAt: Date;
}

export type SessionWithAccount = Session & { account: Account };

@Injectable()
export class SessionRepository {
  constructor(private readonly database: Database) {}

  async find(id: string, kind: SessionKind): Promise<SessionWithAccount | null> {
    const row = await this.database.client.session.findUnique({
      where: { id, kind },
      include: { user: { omit: { passwordHash: true, updatedAt: true } } },
    });
    if (row === null) return null;
    const { user, ...session } = row;
    return { ...session, account: user };
  }

  /** The live ones of an account, newest first. */
  findLive(userId: string, now: Date, before: string | null, limit: number): Promise<Session[]> {
    return this.database.client.session.findMany({
      where: {
        userId,
        endedAt: null,
        expiresAt: { gt: now },
        ...(before === null ? {} : { id: { lt: before } }),
      },
      orderBy: { id: 'desc' },
      take: limit,
    });
  }

  async add(session: {
    userId: string;
    kind: SessionKind;
    userAgent: string | null;
    createdAt: Date;
    expiresAt: Date;
  }): Promise<string> {
    const id = uuid();
    await this.database.client.session.create({
      data: {
        id,
        ...session,
        rotatedAt: session.createdAt,
        provenAt: session.createdAt,
      },
    });
    return id;
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
   * Ends one session or all of an account.
   * @returns how many were live until now
   */
  async end(which: { id?: string; userId?: string }, now: Date): Promise<number> {
    if (which.id === undefined && which.userId === undefined) return 0;
    const { count } = await this.database.client.session.updateMany({
      where: { ...which, endedAt: null },
      data: { endedAt: now },
    });
    return count;
  }
}
