/** What staff see of a member. */
import { ApiProperty } from '@nestjs/swagger';
import { MembershipView } from '../../memberships/membership.presenter.js';
import type { Account, Role } from '../../users/reader.js';

export class MemberCardView {
  id: string;
  email: string;
  name: string | null;
  @ApiProperty({ enum: ['author', 'editor', 'admin'], isArray: true })
  roles: Role[];
  createdAt: Date;
  bannedAt: Date | null;
  banReason: string | null;
  /** When the account was deleted; only its books are left then, and its address is none. */
  deletedAt: Date | null;
}

export class MemberPage {
  items: MemberCardView[];
  nextCursor: string | null;
}

export class MemberView extends MemberCardView {
  membership: MembershipView;
}

export function presentMemberCard(account: Account): MemberCardView {
  const { id, email, name, roles, createdAt, bannedAt, banReason, deletedAt } = account;
  return { id, email, name, roles, createdAt, bannedAt, banReason, deletedAt };
}
