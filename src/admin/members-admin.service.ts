/** Finds members for staff, and puts together what is known of one. */
import { Injectable } from '@nestjs/common';
import { MembershipDesk } from '../memberships/membership-desk.service.js';
import { decodeCursor } from '../platform/http/cursor.js';
import { isIdKey, pageOf } from '../platform/http/paging.js';
import { notFound } from '../platform/http/problem.js';
import { ReaderDirectory } from '../users/reader-directory.service.js';
import type { Account } from '../users/reader.js';
import type { MembersQuery } from './members-admin.dto.js';
import { type MemberPage, type MemberView, presentMemberCard } from './members-admin.presenter.js';

@Injectable()
export class MembersAdmin {
  constructor(
    private readonly directory: ReaderDirectory,
    private readonly memberships: MembershipDesk,
  ) {}

  /** The newest accounts first. */
  async list({ q, limit, cursor }: MembersQuery): Promise<MemberPage> {
    const before = cursor === undefined ? null : decodeCursor(cursor, isIdKey)[0];
    const found = await this.directory.list({ search: q ?? null, before, limit: limit + 1 });
    const { items, nextCursor } = pageOf(found, limit, ({ id }) => [id]);
    return { items: items.map(presentMemberCard), nextCursor };
  }

  /** @throws Problem 404 */
  async show(id: string): Promise<MemberView> {
    const account = await this.directory.byId(id);
    if (account === null) throw notFound();
    return this.whole(account);
  }

  async whole(account: Account): Promise<MemberView> {
    return {
      ...presentMemberCard(account),
      membership: await this.memberships.show(account.id),
    };
  }
}
