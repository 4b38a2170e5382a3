/** What staff narrow the inbox to. */
import { IsIn, IsString, MaxLength } from 'class-validator';
import { type EventStatus, eventStatuses } from '../../billing/inbox/inbox-desk.repository.js';
import { Omissible } from '../../platform/http/omissible.decorator.js';
import { PageQuery } from '../../platform/http/page.dto.js';

export class WebhookEventsQuery extends PageQuery {
  /** What has become of them. */
  @Omissible()
  @IsIn(eventStatuses)
  status?: EventStatus;

  /** Stripe's word for what happened, like `invoice.paid`. */
  @Omissible()
  @IsString()
  @MaxLength(100)
  type?: string;
}
