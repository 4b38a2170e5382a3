/** What staff send to do the same to many articles. */
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { type Gate, gates } from '../../../articles/article.js';
import { LONGEST_SCHEDULE } from '../../../articles/article-gate.rules.js';
import { LONGEST_SLUG } from '../../../articles/slug.rules.js';
import { Instant } from '../../../platform/http/instant.decorator.js';
import { Omissible } from '../../../platform/http/omissible.decorator.js';
import { type BulkAction, bulkActions } from './bulk.rules.js';

const lowerCase = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map((each: unknown) => (typeof each === 'string' ? each.toLowerCase() : each))
    : value;

export class BulkRequest {
  /** The articles, each once. */
  @Transform(({ value }: { value: unknown }) => lowerCase(value))
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  ids: string[];

  @IsIn(bulkActions)
  @ApiProperty({ enum: bulkActions })
  action: BulkAction;

  /** For `schedule`: when they appear. */
  @Omissible()
  @Instant(false)
  publishAt?: Date;

  /** For `set-section`: its slug, or null for none. */
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_SLUG)
  section?: string | null;

  /** For `set-gate`, as in one article; what is left out stays as it is. */
  @Omissible()
  @IsIn(gates)
  @ApiProperty({ enum: gates, required: false })
  gate?: Gate;

  @Omissible()
  @IsArray()
  @ArrayMaxSize(20)
  @IsUUID(undefined, { each: true })
  planIds?: string[];

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(LONGEST_SCHEDULE.hours)
  freeForHours?: number | null;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(LONGEST_SCHEDULE.days)
  freeAfterDays?: number | null;

  /** For `add-tags` and `remove-tags`: slugs, or names like "Night trams". */
  @Omissible()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(30)
  @IsString({ each: true })
  @MaxLength(80, { each: true })
  tags?: string[];
}
