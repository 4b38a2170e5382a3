/** What staff say when they bring a file of members, or take one along. */
import { ApiProperty, OmitType } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { Omissible } from '../../../platform/http/omissible.decorator.js';
import { MembersQuery } from '../members-admin.dto.js';

const truths = ['true', 'false'] as const;

/** Whom the file is of, as in the list; all of them where nothing is said. */
export class ExportQuery extends OmitType(MembersQuery, ['limit', 'cursor']) {}

export class ImportQuery {
  /** `true` only says what would become of each line. */
  @Omissible()
  @IsIn(truths)
  @ApiProperty({ enum: truths, required: false })
  dryRun?: (typeof truths)[number];
}
