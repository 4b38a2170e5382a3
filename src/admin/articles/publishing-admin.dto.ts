/** What editors send to schedule an article. */
import { Instant } from '../../platform/http/instant.decorator.js';

export class ScheduleBody {
  /** When it is to appear: a moment still to come. */
  @Instant()
  publishAt: Date;
}
