/** The range of time that staff ask revenue for. */
import { Instant } from '../../platform/http/instant.decorator.js';
import { Omissible } from '../../platform/http/omissible.decorator.js';

export class RevenueQuery {
  /** The first instant; the first of the month eleven months before the end when it is left out. */
  @Omissible()
  @Instant(false)
  from?: Date;

  /** The first instant that is not in the range any more; now when it is left out. */
  @Omissible()
  @Instant(false)
  to?: Date;
}
