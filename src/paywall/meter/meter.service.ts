/** The allowance: what is left of it, and spending it. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import type { MeterStanding } from '../decision/decide-access.rules.js';
import type { Visit } from '../reading/visit.js';
import { MeterRepository } from './meter.repository.js';
import { periodAt } from './meter.rules.js';
import { MeterSettingsRepository } from './meter-settings.repository.js';

/** The allowance as a reader is told it, and whether this article is already hers. */
export interface Allowance extends MeterStanding {
  readonly resetsAt: Date;
}

@Injectable()
export class MeterService {
  constructor(
    private readonly settings: MeterSettingsRepository,
    private readonly reads: MeterRepository,
    private readonly clock: Clock,
  ) {}

  /** What is left to a signed-in reader, whatever she opens. */
  allowance(readerId: string): Promise<Allowance> {
    return this.readersAllowance(readerId, null);
  }

  async standing(articleId: string, { reader }: Visit): Promise<Allowance> {
    if (reader !== null) return this.readersAllowance(reader.id, articleId);
    const { resetsAt } = periodAt(this.clock.now());
    return { limit: 0, used: 0, hasRead: false, isHeldBack: true, resetsAt };
  }

  /** @returns whether the unit was to be had, and the allowance afterwards */
  async spend(
    articleId: string,
    visit: Visit,
  ): Promise<{ granted: boolean; allowance: Allowance }> {
    const now = this.clock.now();
    const { reader } = visit;
    const { limit } = await this.standing(articleId, visit);
    const granted =
      reader !== null &&
      (await this.reads.spend({
        readerId: reader.id,
        since: periodAt(now).start,
        articleId,
        limit,
        now,
      }));
    return { granted, allowance: await this.standing(articleId, visit) };
  }

  /** Forgets what she has read. */
  forget(readerId: string): Promise<void> {
    return this.reads.forget(readerId);
  }

  private async readersAllowance(readerId: string, articleId: string | null): Promise<Allowance> {
    const period = periodAt(this.clock.now());
    const [{ registeredLimit }, { used, hasRead }] = await Promise.all([
      this.settings.read(),
      this.reads.use(readerId, period.start, articleId),
    ]);
    const { resetsAt } = period;
    return { limit: registeredLimit, used, hasRead, isHeldBack: false, resetsAt };
  }
}
