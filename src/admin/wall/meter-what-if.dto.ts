/** Another allowance, as staff think about it before they set it. */
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, Max, Min } from 'class-validator';
import { type MeterWindow, meterWindows } from '../../paywall/meter/meter.rules.js';
import { WholeNumber } from '../../platform/http/whole-number.decorator.js';
import { Omissible } from '../../platform/http/omissible.decorator.js';

/** What is left out is as it is set now. */
export class MeterWhatIfQuery {
  /** Metered articles a stranger would read in a window. */
  @Omissible()
  @WholeNumber()
  @IsInt()
  @Min(0)
  @Max(1000)
  anonymous?: number;

  /** Metered articles a registered reader would read in a window. */
  @Omissible()
  @WholeNumber()
  @IsInt()
  @Min(0)
  @Max(1000)
  registered?: number;

  @Omissible()
  @IsIn(meterWindows)
  @ApiProperty({ enum: meterWindows, required: false })
  window?: MeterWindow;

  /** How long a rolling window would be. */
  @Omissible()
  @WholeNumber()
  @IsInt()
  @Min(1)
  @Max(366)
  windowDays?: number;
}
