/** Finds trials whose end comes near, and has their holders looked at: the look sends the reminder that is due. */
import { Injectable } from '@nestjs/common';
import { reminderLead, trialReminderDueAt } from '../../memberships/trial.rules.js';
import { Clock } from '../../platform/clock/clock.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { enqueueSync } from '../sync/sync-customer.job.js';
import { LetterRepository } from './letter.repository.js';

@Injectable()
export class TrialReminders {
  constructor(
    private readonly letters: LetterRepository,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /** A reminder goes by what Stripe says at that moment, so nobody is reminded who has just cancelled. */
  async sweep(): Promise<void> {
    const now = this.clock.now();
    const nearing = await this.letters.unremindedTrials({
      after: now,
      until: new Date(now.getTime() + reminderLead),
    });
    for (const { stripeCustomerId, ...trial } of nearing) {
      if (now >= trialReminderDueAt(trial)) await enqueueSync(this.jobs, stripeCustomerId);
    }
  }
}
