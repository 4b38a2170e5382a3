/** The site's meter as staff see and set it. */
import { IsIn, IsInt, Max, Min } from 'class-validator';

export class MeterSettingsBody {
  /** Kept for strangers' metering, and without effect until then: a stranger signs in first. */
  @IsInt()
  @Min(0)
  @Max(1000)
  anonymousLimit: number;

  /** Metered articles a registered reader reads in a window. */
  @IsInt()
  @Min(0)
  @Max(1000)
  registeredLimit: number;

  @IsIn(['calendar-month'])
  window: 'calendar-month';
}
