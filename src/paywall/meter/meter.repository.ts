/** Remembers what was spent of an allowance; the only place where a unit is spent. */
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

export type MeterSubjectKind = 'reader' | 'visitor' | 'cookieless';

/** Who opens what, and what she may spend. */
export interface MeterOpening {
  readonly subject: { readonly id: string; readonly kind: MeterSubjectKind };
  /** The browser of a reader, or the one that a client without a cookie will come back as; null for a visitor. */
  readonly browserId: string | null;
  /** null where only the allowance is looked at */
  readonly articleId: string | null;
  /** Units in the window. */
  readonly limit: number;
  readonly since: Date;
  readonly now: Date;
  readonly maySpend: boolean;
  /** null for whoever is signed in */
  readonly network: { readonly name: string; readonly limit: number } | null;
}

/** How it stood before, and whether a unit was spent. */
export interface MeterUse {
  readonly used: number;
  readonly hasRead: boolean;
  /** When the first unit was spent of those that count; null where none does. */
  readonly oldest: Date | null;
  readonly isSpent: boolean;
  /** The network's strangers have spent what they may in a day. */
  readonly isNetworkSpent: boolean;
}

/** One statement, prepared: what queues, counts and writes is a function in the database. */
const openQuery = {
  name: 'open by meter',
  text: `
    select used, "hasRead", oldest, "isSpent", "isNetworkSpent"
    from meter_open($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
};

@Injectable()
export class MeterRepository {
  constructor(private readonly database: Database) {}

  /**
   * Spends one unit where that is asked for and one is left. Parallel openings of a reader queue, in whatever
   * process, so that exactly `limit` articles are opened, whoever asks first.
   */
  async open(opening: MeterOpening): Promise<MeterUse> {
    const { subject, browserId, articleId, limit, since, now, maySpend, network } = opening;
    const [use] = await this.database.ask<MeterUse>(openQuery, [
      subject.id,
      subject.kind,
      browserId,
      articleId,
      limit,
      since,
      now,
      maySpend,
      network?.name ?? null,
      network?.limit ?? 0,
    ]);
    if (use === undefined) throw new Error('The meter has not answered.');
    return use;
  }

  /** Carries what was read in a browser by a stranger into an account, each read with its own time. */
  async carry(browserId: string, readerId: string, now: Date): Promise<void> {
    const { client } = this.database;
    await client.$executeRaw`select meter_carry(${browserId}::uuid, ${readerId}::uuid, ${now})`;
  }

  /** What she has opened is nobody's business once she is gone. */
  async forget(userId: string): Promise<void> {
    await this.database.client.meterSubject.deleteMany({ where: { userId } });
  }
}
