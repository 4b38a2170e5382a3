/** What staff see of a member. */
import { ApiProperty } from '@nestjs/swagger';
import type { MembershipState } from '../../memberships/membership.js';
import {
  HeldPlan,
  MembershipView,
  membershipStates,
} from '../../memberships/membership.presenter.js';
import type { Page } from '../../platform/http/page.dto.js';
import type { Account, Role } from '../../users/reader.js';
import type { RollEntry } from './finding/member-roll.repository.js';

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

export class MemberView extends MemberCardView {
  membership: MembershipView;
}

/** Where she stands now, in short. */
export class MemberStandingView {
  @ApiProperty({ enum: membershipStates })
  state: MembershipState;
  /** What she holds, or held last; null where that is nothing. */
  plan: HeldPlan | null;
}

export class FoundMemberView extends MemberCardView {
  /** Words by which staff find her again. */
  labels: string[];
  membership: MemberStandingView;
}

export class MemberPage {
  items: FoundMemberView[];
  nextCursor: string | null;
}

export function presentMemberCard(account: Account): MemberCardView {
  const { id, email, name, roles, createdAt, bannedAt, banReason, deletedAt } = account;
  return { id, email, name, roles, createdAt, bannedAt, banReason, deletedAt };
}

export function presentMembers({ items, nextCursor }: Page<RollEntry>): MemberPage {
  return { items: items.map(presentFound), nextCursor };
}

function presentFound(entry: RollEntry): FoundMemberView {
  const { labels, state, plan } = entry;
  return { ...presentMemberCard(entry), labels, membership: { state, plan } };
}
