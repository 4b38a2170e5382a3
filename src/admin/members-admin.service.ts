/** Finds members for staff, and puts together what is known of one. */
import { Injectable } from '@nestjs/common';
import { MembershipDesk } from '../memberships/membership-desk.service.js';
import { decodeCursor, encodeCursor } from '../platform/http/cursor.js';
import { notFound } from '../platform/http/problem.js';
import { ReaderDirectory } from '../users/reader-directory.service.js';
import { isUUID } from 'class-validator';
import type { Account } from '../users/reader.js';
import type { MembersQuery } from './members-admin.dto.js';
import { type MemberPage, type MemberView, presentMemberCard } from './members-admin.presenter.js';

const isPosition = (key: unknown): key is [string] =>
  Array.isArray(key) && key.length === 1 && isUUID(key[0]);

@Injectable()
export class MembersAdmin {
  constructor(
    private readonly directory: ReaderDirectory,
    private readonly memberships: MembershipDesk,
  ) {}

  /** The newest accounts first. */
  async list({ q, limit, cursor }: MembersQuery): Promise<MemberPage> {
    const before = cursor === undefined ? null : decodeCursor(cursor, isPosition)[0];
    const found = await this.directory.list({ search: q ?? null, before, limit: limit + 1 });
    const items = found.slice(0, limit);
    const last = items.at(-1);
    return {
      items: items.map(presentMemberCard),
      nextCursor: found.length > limit && last !== undefined ? encodeCursor([last.id]) : null,
    };
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
