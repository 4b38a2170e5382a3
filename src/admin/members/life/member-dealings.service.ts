/** What a member has bought, was given, paid and was told about it. */
import { Injectable } from '@nestjs/common';
import {
  type MemberBooks,
  MemberBooksDesk,
} from '../../../billing/ledger/member-books-desk.service.js';
import type { Membership } from '../../../memberships/membership.js';
import { MembershipKeeper } from '../../../memberships/membership-keeper.service.js';
import { type KnownTrial, TrialLedger } from '../../../memberships/trial-ledger.repository.js';
import type { Account } from '../../../users/reader.js';

export interface Dealings {
  held: Membership[];
  /** Whether a trial of hers, by account or address, is known. */
  hasHadTrial: boolean;
  trials: KnownTrial[];
  books: MemberBooks;
}

@Injectable()
export class MemberDealings {
  constructor(
    private readonly keeper: MembershipKeeper,
    private readonly ledger: TrialLedger,
    private readonly books: MemberBooksDesk,
  ) {}

  async of({ id, email }: Account): Promise<Dealings> {
    const [held, hasHadTrial, trials, books] = await Promise.all([
      this.keeper.listOf(id),
      this.ledger.hasHadTrial({ userId: id, email }),
      this.ledger.usesOf(id),
      this.books.of(id),
    ]);
    return { held, hasHadTrial, trials, books };
  }
}
