/** Everything that is written to people because of one look at a customer: to her, and to the admins. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { ReaderDirectory } from '../../users/reader-directory.service.js';
import type { Ending } from '../ending/ending.rules.js';
import { staffNoticesDue } from '../ending/staff-notices.rules.js';
import { StaffNotices } from '../ending/staff-notices.service.js';
import { BillingPost } from './billing-post.service.js';
import { type Happenings, lettersDue } from './billing-letters.rules.js';

/** What one look at a customer found. */
export type Found = Omit<Happenings, 'duplicates'> & { endings: readonly Ending[] };

@Injectable()
export class CustomerPost {
  constructor(
    private readonly accounts: ReaderDirectory,
    private readonly letters: BillingPost,
    private readonly notices: StaffNotices,
    private readonly clock: Clock,
  ) {}

  /** Runs in the transaction that writes what was found. */
  async send(userId: string, found: Found): Promise<void> {
    const { endings } = found;
    await this.notices.tell(userId, staffNoticesDue(found));
    const account = await this.accounts.byId(userId);
    // Whoever had her account deleted is written to no more.
    if (account === null || account.deletedAt !== null) return;
    const duplicates = new Set(
      endings
        .filter(({ reason }) => reason === 'duplicate')
        .map(({ subscriptionId }) => subscriptionId),
    );
    await this.letters.send(account, lettersDue({ ...found, duplicates }, this.clock.now()));
  }
}
