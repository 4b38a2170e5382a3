/** What staff say when they look for members, and when they act on one. */
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, Length, MaxLength } from 'class-validator';
import type { MembershipState } from '../../memberships/membership.js';
import { membershipStates } from '../../memberships/membership.presenter.js';
import { Omissible } from '../../platform/http/omissible.decorator.js';
import { PageQuery } from '../../platform/http/page.dto.js';
import type { Role } from '../../users/reader.js';
import type { MemberWish } from './finding/member-roll.service.js';

const roles = ['author', 'editor', 'admin'] as const satisfies readonly Role[];
const truths = ['true', 'false'] as const;

export class MembersQuery extends PageQuery {
  /**
   * A part of the address or the name, a label, an invoice's number, or an id: of the account, a membership, a
   * customer (`cus_…`), a subscription (`sub_…`), an invoice (`in_…`) or a payment (`pi_…`).
   */
  @Omissible()
  @IsString()
  @MaxLength(100)
  q?: string;

  /** Where she stands now. */
  @Omissible()
  @IsIn(membershipStates)
  @ApiProperty({ enum: membershipStates, required: false })
  state?: MembershipState;

  /** Slug or id of the plan that she holds, or held last. */
  @Omissible()
  @IsString()
  @MaxLength(100)
  plan?: string;

  @Omissible()
  @IsString()
  @MaxLength(40)
  label?: string;

  @Omissible()
  @IsIn(roles)
  @ApiProperty({ enum: roles, required: false })
  role?: Role;

  @Omissible()
  @IsIn(truths)
  @ApiProperty({ enum: truths, required: false })
  banned?: (typeof truths)[number];
}

/** Whom a query asks for; the page aside. */
export function wishIn(query: Omit<MembersQuery, 'limit' | 'cursor'>): MemberWish {
  const { q, state, plan, label, role, banned } = query;
  return {
    q,
    state,
    plan,
    label,
    role,
    banned: banned === undefined ? undefined : banned === 'true',
  };
}

export class BanRequest {
  /** Why; kept with the account, never shown to the reader. */
  @IsString()
  @Length(1, 500)
  reason: string;
}
