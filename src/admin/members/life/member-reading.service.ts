/** What a member reads by the meter, and what she gave away. */
import { Injectable } from '@nestjs/common';
import type { Gift } from '../../../paywall/gifts/gift.js';
import { GiftDesk } from '../../../paywall/gifts/gift-desk.service.js';
import { MemberReads, type MeteredRead } from '../../../paywall/meter/member-reads.repository.js';
import { type Allowance, MeterService } from '../../../paywall/meter/meter.service.js';
import type { Account } from '../../../users/reader.js';

export interface ReadingOfHers {
  /** Null for an account that is deleted: it has none. */
  allowance: Allowance | null;
  reads: MeteredRead[];
  gifts: Gift[];
}

const newest = { limit: 100 };

@Injectable()
export class MemberReading {
  constructor(
    private readonly meter: MeterService,
    private readonly reads: MemberReads,
    private readonly gifts: GiftDesk,
  ) {}

  async of({ id, deletedAt }: Account): Promise<ReadingOfHers> {
    const [allowance, reads, gifts] = await Promise.all([
      deletedAt === null ? this.meter.allowance(id) : null,
      this.reads.of(id),
      this.gifts.list(id, newest),
    ]);
    return { allowance, reads, gifts: gifts.items };
  }
}
