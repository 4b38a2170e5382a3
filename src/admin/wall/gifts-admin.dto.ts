/** How much members give away, as staff see and set it. */
import { IsInt, Max, Min } from 'class-validator';

export class GiftSettingsBody {
  /** Articles a member gives in a calendar month; with 0 none are given, and what was given stays good. */
  @IsInt()
  @Min(0)
  @Max(1000)
  perMonth: number;

  /** How long a gift is good. */
  @IsInt()
  @Min(1)
  @Max(365)
  days: number;

  /** How many readers may open one. */
  @IsInt()
  @Min(1)
  @Max(1000)
  openings: number;
}
