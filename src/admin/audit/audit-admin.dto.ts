/** What staff narrow the audit to. */
import { IsString, IsUUID, MaxLength } from 'class-validator';
import { Instant } from '../../platform/http/instant.decorator.js';
import { Omissible } from '../../platform/http/omissible.decorator.js';
import { PageQuery } from '../../platform/http/page.dto.js';

export class AuditQuery extends PageQuery {
  /** What it was done to, like `member`, `plan` or `article`. */
  @Omissible()
  @IsString()
  @MaxLength(50)
  subject?: string;

  /** The id of what it was done to. */
  @Omissible()
  @IsString()
  @MaxLength(100)
  subjectId?: string;

  /** The account that acted. */
  @Omissible()
  @IsUUID()
  actorId?: string;

  /** Like `member.refunded`. */
  @Omissible()
  @IsString()
  @MaxLength(50)
  action?: string;

  /** The first instant. */
  @Omissible()
  @Instant(false)
  from?: Date;

  /** The first instant that is not in the range any more. */
  @Omissible()
  @Instant(false)
  to?: Date;
}
