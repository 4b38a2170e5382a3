/** What follows from a failure to answer an event: another try later, or quarantine and a word to the admins. */
import { Injectable, Logger } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { isStripeAway } from '../billing.errors.js';
import { reasonOf } from '../failure-reason.js';
import { Alarm } from './alarm.service.js';
import {
  type GivenUp,
  InboxTroubleRepository,
  type TroubledEvents,
} from './inbox-trouble.repository.js';
import { InboxMetrics } from './inbox.metrics.js';
import { lastTry, pauseAfter } from './retry.rules.js';

/** Where one cause stops many customers' events, one mail says it. */
const hour = 60 * 60;

@Injectable()
export class InboxTrouble {
  private readonly logger = new Logger('Inbox');

  constructor(
    private readonly database: Database,
    private readonly events: InboxTroubleRepository,
    private readonly audit: Audit,
    private readonly alarm: Alarm,
    private readonly metrics: InboxMetrics,
  ) {}

  /**
   * @param tries how often the job has failed, this time included
   * @returns the seconds after which to try again; null when it is given up
   */
  async afterFailure(which: TroubledEvents, error: unknown, tries: number): Promise<number | null> {
    const isAway = isStripeAway(error);
    const isLast = tries >= (isAway ? lastTry.withStripeAway : lastTry.ofAnEvent);
    const why = reasonOf(error);
    const waiting = await this.database.transaction(async () => {
      await this.events.markFailed(which, why);
      // A burst of events is as many tries at once: those that wait for their pause to end are not used up by it.
      if (!isAway) await this.events.countAttempt(which, tries === 1 ? 'new' : 'all');
      const enough = isAway && isLast ? 0 : lastTry.ofAnEvent;
      const givenUp = await this.events.quarantine(which, enough);
      if (givenUp.length > 0) await this.tell(givenUp, why);
      const left = await this.events.countFailed(which);
      // Without events, somebody else asked for the sync: it is tried as often.
      return left > 0 || (givenUp.length === 0 && !isLast);
    });
    const pause = waiting ? pauseAfter(tries, Math.random()) : null;
    this.metrics.failed(pause === null ? 'given-up' : 'again');
    const then = pause === null ? 'given up' : `again in ${Math.round(pause)} s`;
    this.logger.warn(`${Object.values(which).join('')}, try ${tries}: ${why} (${then})`);
    return pause;
  }

  private async tell(givenUp: readonly GivenUp[], why: string): Promise<void> {
    for (const { stripeEventId, type } of givenUp) {
      await this.audit.record({
        actorId: null,
        action: 'webhook.quarantined',
        subject: { kind: 'webhook-event', id: stripeEventId },
        detail: { type },
      });
    }
    const [first] = givenUp;
    await this.alarm.raise({
      deed: {
        actorId: null,
        action: 'inbox.stuck',
        subject: { kind: 'inbox', id: 'quarantine' },
        detail: { event: first?.stripeEventId ?? '' },
      },
      quietSeconds: hour,
      letter: {
        subject: 'An event of Stripe could not be answered',
        lines: [
          `${givenUp.map(({ stripeEventId, type }) => `${stripeEventId} (${type})`).join(', ')}: tried again and again, and put aside.`,
          `The last error was: ${why}`,
          'Until it is answered, the membership it is about may differ from what Stripe says. ' +
            'Have it tried again once the cause is mended: GET /api/v1/admin/webhook-events names all of ' +
            'them, POST /api/v1/admin/webhook-events/:id/retry tries one again.',
        ],
      },
    });
  }
}
