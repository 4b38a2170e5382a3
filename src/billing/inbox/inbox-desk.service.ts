/** The inbox as staff see it: what came, what became of it, and another try for what failed. */
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { decodeCursor } from '../../platform/http/cursor.js';
import type { Page } from '../../platform/http/page.dto.js';
import { type PageRequest, isDatedKey, pageOf } from '../../platform/http/paging.js';
import { notFound } from '../../platform/http/problem.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { paymentNamedIn } from '../stripe/incoming-event.js';
import {
  type EventFilter,
  InboxDeskRepository,
  type ReceivedEvent,
  type ReceivedEventWithPayload,
  isInTrouble,
} from './inbox-desk.repository.js';
import { nothingToRetry } from './inbox.errors.js';
import { enqueueSync } from '../sync/sync-customer.job.js';
import { enqueueTracing } from './trace-event.job.js';

@Injectable()
export class InboxDesk {
  constructor(
    private readonly events: InboxDeskRepository,
    private readonly database: Database,
    private readonly jobs: Jobs,
  ) {}

  /**
   * Failed and quarantined ones first, then the newest.
   * @throws Problem 400 `request/invalid-cursor`
   */
  async list(filter: EventFilter, { limit, cursor }: PageRequest): Promise<Page<ReceivedEvent>> {
    const key = cursor === undefined ? null : decodeCursor(cursor, isSectionedKey);
    const after = key && {
      inTrouble: key[0] === 1,
      receivedAt: new Date(key[1]),
      stripeEventId: key[2],
    };
    const found = await this.events.list(filter, after, limit + 1);
    return pageOf(found, limit, (event) => [
      isInTrouble(event) ? 1 : 0,
      event.receivedAt.toISOString(),
      event.stripeEventId,
    ]);
  }

  /** @throws Problem 404 */
  async show(stripeEventId: string): Promise<ReceivedEventWithPayload> {
    const event = await this.events.find(stripeEventId);
    if (event === null) throw notFound();
    return event;
  }

  /**
   * Has it answered again, whatever became of it before.
   * @throws Problem 404, 409 `billing/nothing-to-retry`
   */
  async retry(stripeEventId: string): Promise<ReceivedEvent> {
    const { stripeCustomerId, payload } = await this.show(stripeEventId);
    if (stripeCustomerId === null && paymentNamedIn(payload) === null) throw nothingToRetry();
    return this.database.transaction(async () => {
      const event = await this.events.reopen(stripeEventId);
      if (stripeCustomerId === null) await enqueueTracing(this.jobs, stripeEventId);
      else await enqueueSync(this.jobs, stripeCustomerId);
      return event;
    });
  }
}

/** Which part of the list, and the place in it. */
function isSectionedKey(key: unknown): key is [number, string, string] {
  if (!Array.isArray(key)) return false;
  const [section, ...place] = key as unknown[];
  return (section === 0 || section === 1) && isDatedKey(place);
}
