/** What is held of an account beside its name: where it is signed in, its second factor, its labels. For staff. */
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { SessionKind } from '../reader-finder.js';

/** A device that is signed in; nothing of its tokens. */
export interface SignedInDevice {
  id: string;
  kind: SessionKind;
  userAgent: string | null;
  createdAt: Date;
  /** When it last came for a new token, or a visit prolonged it. */
  rotatedAt: Date;
  expiresAt: Date;
}

export interface AccountMarks {
  labels: string[];
  /** An authenticator app that is set up. */
  hasAuthenticator: boolean;
  passkeys: number;
}

/** More than anybody is signed in on; whoever had more would see the newest. */
const most = 100;

@Injectable()
export class AccountFacts {
  constructor(private readonly database: Database) {}

  /** Live ones of her own, the newest first. */
  devices(userId: string, now: Date): Promise<SignedInDevice[]> {
    return this.database.client.session.findMany({
      where: { userId, endedAt: null, expiresAt: { gt: now }, impersonatedById: null },
      select: {
        id: true,
        kind: true,
        userAgent: true,
        createdAt: true,
        rotatedAt: true,
        expiresAt: true,
      },
      orderBy: { id: 'desc' },
      take: most,
    });
  }

  async marks(userId: string): Promise<AccountMarks> {
    const [marks] = await this.database.client.$queryRaw<AccountMarks[]>`
      select u.labels,
        exists (
          select from authenticators a where a."userId" = u.id and a."confirmedAt" is not null
        ) as "hasAuthenticator",
        (select count(*)::int from passkeys k where k."userId" = u.id) as passkeys
      from users u where u.id = ${userId}::uuid`;
    return marks ?? { labels: [], hasAuthenticator: false, passkeys: 0 };
  }
}
