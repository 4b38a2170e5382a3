/** Remembers who reads as whom: a session like any other, but nobody's device. */
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Database } from '../../platform/database/database.js';

export interface Impersonation {
  /** Who is read as. */
  userId: string;
  /** The member of staff, and the session that it ends with. */
  by: { id: string; sessionId: string };
  now: Date;
  expiresAt: Date;
}

@Injectable()
export class ImpersonationRepository {
  constructor(private readonly database: Database) {}

  /** @returns the session's id */
  async begin({ userId, by, now, expiresAt }: Impersonation): Promise<string> {
    const id = uuid();
    await this.database.client.session.create({
      data: {
        id,
        userId,
        kind: 'token',
        impersonatedById: by.id,
        impersonatedFromId: by.sessionId,
        createdAt: now,
        rotatedAt: now,
        // Never a proof: whoever looks at it opens nothing that demands one.
        provenAt: new Date(0),
        expiresAt,
      },
    });
    return id;
  }
}
