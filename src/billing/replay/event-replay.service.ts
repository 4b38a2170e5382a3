/** Finds events that were never delivered, in Stripe's own list, and takes them in. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { EventIntake } from '../inbox/event-intake.service.js';
import { StripeEventGateway } from '../stripe/stripe-event.gateway.js';
import { EventReplayRepository } from './event-replay.repository.js';
import { spansToRead } from './replay-spans.rules.js';

@Injectable()
export class EventReplayService {
  constructor(
    private readonly clock: Clock,
    private readonly progress: EventReplayRepository,
    private readonly gateway: StripeEventGateway,
    private readonly intake: EventIntake,
  ) {}

  /**
   * Goes on from where the last one came to, also where that was interrupted.
   * @returns how many events the inbox did not have
   */
  async run(stopping: AbortSignal): Promise<number> {
    let missed = 0;
    for (const span of spansToRead(await this.progress.through(), this.clock.now())) {
      for await (const page of this.gateway.eventsIn(span)) {
        stopping.throwIfAborted();
        for (const event of page) {
          if (await this.intake.take(event, true)) missed += 1;
        }
      }
      await this.progress.moveOn(span.to);
    }
    return missed;
  }
}
