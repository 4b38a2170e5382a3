/** What staff see of the inbox. */
import { ApiProperty } from '@nestjs/swagger';
import {
  type EventStatus,
  type ReceivedEvent,
  type ReceivedEventWithPayload,
  eventStatuses,
} from '../../billing/inbox/inbox-desk.repository.js';
import type { Page } from '../../platform/http/page.dto.js';

export class WebhookEventView {
  /** Stripe's id of the event. */
  id: string;
  type: string;
  /** Stripe's id of the customer; null for an event about none, or whose customer is not known yet. */
  customer: string | null;
  /** Found in Stripe's own list, because no delivery came. */
  wasReplayed: boolean;
  @ApiProperty({ enum: eventStatuses })
  status: EventStatus;
  /** How often it has failed; tries that failed because Stripe was away are left out. */
  attempts: number;
  lastError: string | null;
  receivedAt: Date;
  processedAt: Date | null;
}

export class WebhookEventPage {
  items: WebhookEventView[];
  nextCursor: string | null;
}

export class WebhookEventDetailView extends WebhookEventView {
  /** The event as Stripe sent it. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  payload: Record<string, unknown>;
}

export function presentEvents({ items, nextCursor }: Page<ReceivedEvent>): WebhookEventPage {
  return { items: items.map(presentEvent), nextCursor };
}

export function presentEvent(event: ReceivedEvent): WebhookEventView {
  const { type, wasReplayed, status, attempts, lastError, receivedAt, processedAt } = event;
  return {
    id: event.stripeEventId,
    type,
    customer: event.stripeCustomerId,
    wasReplayed,
    status,
    attempts,
    lastError,
    receivedAt,
    processedAt,
  };
}

export function presentEventInFull(event: ReceivedEventWithPayload): WebhookEventDetailView {
  return { ...presentEvent(event), payload: { ...event.payload } };
}
