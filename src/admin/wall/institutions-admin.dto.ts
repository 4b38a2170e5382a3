/** What staff send about institutions. */
import { ArrayMaxSize, IsArray, IsISO8601, IsString, Matches, MaxLength } from 'class-validator';
import { Instant } from '../../platform/http/instant.decorator.js';
import { Omissible } from '../../platform/http/omissible.decorator.js';

const empty = { message: 'name must not be empty' };
const day = { message: 'must be a day like 2027-01-31' };

export class InstitutionBody {
  /** As its readers are told it. */
  @IsString()
  @MaxLength(200)
  @Matches(/\S/, empty)
  name: string;

  /** Ranges like `203.0.113.0/24` and `2001:db8::/32`, or single addresses. */
  @Omissible()
  @IsArray()
  @ArrayMaxSize(500)
  @IsString({ each: true })
  @MaxLength(60, { each: true })
  networks: string[] = [];

  /** Exactly what stands behind the @ of its people's addresses; what lies below a domain is named by itself. */
  @Omissible()
  @IsArray()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  @MaxLength(253, { each: true })
  emailDomains: string[] = [];

  /** Now, when it is left out. */
  @Omissible()
  @Instant(false)
  startsAt?: Date;

  /** The first instant at which it opens nothing any more. */
  @Instant()
  endsAt: Date;
}

export class InstitutionChange {
  @Omissible()
  @IsString()
  @MaxLength(200)
  @Matches(/\S/, empty)
  name?: string;

  /** In place of those before. */
  @Omissible()
  @IsArray()
  @ArrayMaxSize(500)
  @IsString({ each: true })
  @MaxLength(60, { each: true })
  networks?: string[];

  /** In place of those before. */
  @Omissible()
  @IsArray()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  @MaxLength(253, { each: true })
  emailDomains?: string[];

  @Omissible()
  @Instant(false)
  startsAt?: Date;

  /** Now or earlier ends it at once. */
  @Omissible()
  @Instant(false)
  endsAt?: Date;
}

export class UsageQuery {
  /** The first day; a month before the last one when it is left out. */
  @Omissible()
  @Matches(/^[12]\d{3}-\d\d-\d\d$/, day)
  @IsISO8601({ strict: true }, day)
  from?: string;

  /** The last day, which is counted; today when it is left out. */
  @Omissible()
  @Matches(/^[12]\d{3}-\d\d-\d\d$/, day)
  @IsISO8601({ strict: true }, day)
  to?: string;
}
