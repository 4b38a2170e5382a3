/** Looks one member up for staff, with where she stands. */
import { Injectable } from '@nestjs/common';
import { MembershipDesk } from '../../memberships/membership-desk.service.js';
import type { MembershipView } from '../../memberships/membership.presenter.js';
import { notFound } from '../../platform/http/problem.js';
import { ReaderDirectory } from '../../users/reader-directory.service.js';
import type { Account } from '../../users/reader.js';
import { accountDeleted } from '../admin.errors.js';
import { type MemberView, presentMemberCard } from './members-admin.presenter.js';

@Injectable()
export class MembersAdmin {
  constructor(
    private readonly directory: ReaderDirectory,
    private readonly memberships: MembershipDesk,
  ) {}

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
