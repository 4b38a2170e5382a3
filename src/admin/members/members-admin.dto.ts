/** What staff say when they act on a member. */
import { IsString, Length, MaxLength } from 'class-validator';
import { Omissible } from '../../platform/http/omissible.decorator.js';
import { PageQuery } from '../../platform/http/page.dto.js';

export class MembersQuery extends PageQuery {
  /** A part of the address or the name. */
  @Omissible()
  @IsString()
  @MaxLength(100)
  q?: string;
}

export class BanRequest {
  /** Why; kept with the account, never shown to the reader. */
  @IsString()
  @Length(1, 500)
  reason: string;
}
