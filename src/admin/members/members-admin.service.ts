/** Finds members for staff, and puts together what is known of one. */
import { Injectable } from '@nestjs/common';
import { MemberBooksDesk } from '../../billing/ledger/member-books-desk.service.js';
import { MembershipDesk } from '../../memberships/membership-desk.service.js';
import type { MembershipView } from '../../memberships/membership.presenter.js';
import { MembershipKeeper } from '../../memberships/membership-keeper.service.js';
import { TrialLedger } from '../../memberships/trial-ledger.repository.js';
import { decodeCursor } from '../../platform/http/cursor.js';
import { isIdKey, pageOf } from '../../platform/http/paging.js';
import { notFound } from '../../platform/http/problem.js';
import { ReaderDirectory } from '../../users/reader-directory.service.js';
import type { Account } from '../../users/reader.js';
import { accountDeleted } from '../admin.errors.js';
import { type MemberFile, presentMemberFile } from './member-file.presenter.js';
import type { MembersQuery } from './members-admin.dto.js';
import { type MemberPage, type MemberView, presentMemberCard } from './members-admin.presenter.js';

@Injectable()
export class MembersAdmin {
  constructor(
    private readonly directory: ReaderDirectory,
    private readonly memberships: MembershipDesk,
    private readonly keeper: MembershipKeeper,
    private readonly trials: TrialLedger,
    private readonly books: MemberBooksDesk,
  ) {}

  /** The newest accounts first; deleted ones are nobody's any more. */
  async list({ q, limit, cursor }: MembersQuery): Promise<MemberPage> {
    const before = cursor === undefined ? null : decodeCursor(cursor, isIdKey)[0];
    const found = await this.directory.list({ search: q ?? null, before, limit: limit + 1 });
    const { items, nextCursor } = pageOf(found, limit, ({ id }) => [id]);
    return { items: items.map(presentMemberCard), nextCursor };
  }

  /** @throws Problem 404 */
  async show(id: string): Promise<MemberFile> {
    const account = await this.known(id);
    const [view, held, hasHadTrial, books] = await Promise.all([
      this.whole(account),
      this.keeper.listOf(id),
      this.trials.hasHadTrial({ userId: id, email: account.email }),
      this.books.of(id),
    ]);
    return presentMemberFile(view, { held, hasHadTrial, books });
  }

  async whole(account: Account): Promise<MemberView> {
    return {
      ...presentMemberCard(account),
      membership: await this.membership(account.id),
    };
  }

  membership(id: string): Promise<MembershipView> {
    return this.memberships.show(id);
  }

  /** Also one that is deleted: its books are here. @throws Problem 404 */
  async known(id: string): Promise<Account> {
    const account = await this.directory.byId(id);
    if (account === null) throw notFound();
    return account;
  }

  /** @throws Problem 404, 409 `members/account-deleted` */
  async present(id: string): Promise<Account> {
    const account = await this.known(id);
    if (account.deletedAt !== null) throw accountDeleted();
    return account;
  }
}
