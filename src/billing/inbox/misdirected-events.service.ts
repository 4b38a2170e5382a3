/** Refuses events of another mode or account, and tells the admins that an endpoint is set up wrongly. */
import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config.js';
import type { IncomingEvent } from '../stripe/incoming-event.js';
import { Alarm } from './alarm.service.js';
import { type Misdirection, misdirectionOf } from './event-origin.rules.js';
import { misdirected } from './inbox.errors.js';

const day = 24 * 60 * 60;

@Injectable()
export class MisdirectedEvents {
  constructor(
    private readonly config: Config,
    private readonly alarm: Alarm,
  ) {}

  /**
   * The event is not kept: what happens in another world has no place in these books.
   * @throws Problem 400 `billing/other-mode` or `billing/other-account`
   */
  async refuse(event: IncomingEvent): Promise<void> {
    const why = misdirectionOf(event, this.config.stripeMode);
    if (why === null) return;
    await this.tellAdmins(event, why);
    throw misdirected(why);
  }

  private async tellAdmins({ id, type, account }: IncomingEvent, why: Misdirection): Promise<void> {
    await this.alarm.raise({
      deed: {
        actorId: null,
        action: 'webhook.refused',
        subject: { kind: 'webhook', id: why },
        detail: { event: id, type, account },
      },
      quietSeconds: day,
      letter: {
        subject: 'Stripe sends us events that are not ours',
        lines: [
          misdirected(why).detail,
          `The first one was ${id} (${type}${account === null ? '' : ` of ${account}`}). It was refused, and so is every other one.`,
          'Please look at the webhook endpoints in Stripe, and at STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRETS here. ' +
            'Stripe sends refused events again for three days.',
        ],
      },
    });
  }
}
