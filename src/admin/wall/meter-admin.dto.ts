/** The site's meter as staff see and set it. */
import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsString,
  IsTimeZone,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { type MeterWindow, meterWindows } from '../../paywall/meter/meter.rules.js';
import { Omissible } from '../../platform/http/omissible.decorator.js';

/** What is left out stays as it is. */
export class MeterSettingsBody {
  /** Metered articles a stranger reads in a window; 0: she signs in first. */
  @IsInt()
  @Min(0)
  @Max(1000)
  anonymousLimit: number;

  /** Metered articles a registered reader reads in a window. */
  @IsInt()
  @Min(0)
  @Max(1000)
  registeredLimit: number;

  @IsIn(meterWindows)
  @ApiProperty({ enum: meterWindows })
  window: MeterWindow;

  /** How long a rolling window is. */
  @Omissible()
  @IsInt()
  @Min(1)
  @Max(366)
  windowDays?: number;

  /** Whose midnight begins a calendar month: an IANA name like `Europe/Berlin`. */
  @Omissible()
  @IsString()
  @MaxLength(100)
  @IsTimeZone({ message: 'timeZone must be an IANA time zone' })
  // An offset knows nothing of daylight saving.
  @Matches(/^[A-Za-z]/, { message: 'timeZone must be an IANA time zone' })
  timeZone?: string;

  /** Slugs of sections whose metered articles are read without being counted. */
  @Omissible()
  @IsArray()
  @ArrayMaxSize(100)
  @ArrayUnique()
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  exemptSections?: string[];

  /** A stranger's allowance before her cookie has come back. */
  @Omissible()
  @IsInt()
  @Min(0)
  @Max(1000)
  cookielessLimit?: number;

  /** Units that all strangers of one network spend in a day at most; readers who are signed in are not counted. */
  @Omissible()
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  networkLimit?: number;
}
