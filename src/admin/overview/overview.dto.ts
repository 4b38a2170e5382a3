/** How far back staff look. */
import { IsInt, Max, Min } from 'class-validator';
import { Omissible } from '../../platform/http/omissible.decorator.js';
import { WholeNumber } from '../../platform/http/whole-number.decorator.js';

export class OverviewQuery {
  /** Days in UTC, today among them. */
  @Omissible()
  @WholeNumber()
  @IsInt()
  @Min(1)
  @Max(366)
  days: number = 30;
}
