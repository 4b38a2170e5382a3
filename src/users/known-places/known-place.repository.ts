/** Remembers from where the owner of an account has signed in. */
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

export interface Place {
  readonly userId: string;
  /** A keyed digest. */
  readonly place: string;
}

@Injectable()
export class KnownPlaceRepository {
  constructor(private readonly database: Database) {}

  /** Keeps the latest ones, this one among them. */
  async remember({ userId, place }: Place, now: Date, most: number): Promise<void> {
    await this.database.client.$executeRaw`
      with left_behind as (
        delete from known_places
        where "userId" = ${userId}::uuid and place in (
          select place from known_places where "userId" = ${userId}::uuid and place <> ${place}
          order by "seenAt" desc offset ${most - 1})
      )
      insert into known_places ("userId", place, "seenAt") values (${userId}::uuid, ${place}, ${now})
      on conflict ("userId", place) do update set "seenAt" = excluded."seenAt"`;
  }

  /** @param names which the place may have been written down by */
  async isKnown(userId: string, names: readonly string[], since: Date): Promise<boolean> {
    const where = { userId, place: { in: [...names] }, seenAt: { gte: since } };
    return (await this.database.client.knownPlace.count({ where })) > 0;
  }

  async forgetBefore(instant: Date): Promise<void> {
    await this.database.client.knownPlace.deleteMany({ where: { seenAt: { lt: instant } } });
  }
}
