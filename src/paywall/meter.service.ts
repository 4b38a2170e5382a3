/** The reader's allowance: what is left of it, and spending it. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { MeterRepository } from './meter.repository.js';
import { periodAt } from './meter.rules.js';
import { MeterSettingsRepository } from './meter-settings.repository.js';

/** The allowance as a reader is told it, and whether this article is already hers. */
export interface Allowance {
  readonly limit: number;
  readonly used: number;
  readonly resetsAt: Date;
  readonly hasRead: boolean;
}

@Injectable()
export class MeterService {
  constructor(
    private readonly settings: MeterSettingsRepository,
    private readonly reads: MeterRepository,
    private readonly clock: Clock,
  ) {}

  /** @param articleId null when no article is being opened */
  async allowance(readerId: string, articleId: string | null): Promise<Allowance> {
    const period = periodAt(this.clock.now());
    const [{ registeredLimit }, { used, hasRead }] = await Promise.all([
      this.settings.read(),
      this.reads.use(readerId, period.start, articleId),
    ]);
    return { limit: registeredLimit, used, hasRead, resetsAt: period.resetsAt };
  }

  /** @returns the allowance after spending a unit on the article, or null when nothing was left */
  async spend(readerId: string, articleId: string, limit: number): Promise<Allowance | null> {
    const now = this.clock.now();
    const period = periodAt(now);
    const spent = await this.reads.spend({
      readerId,
      period: period.start,
      articleId,
      limit,
      now,
    });
    return spent ? this.allowance(readerId, articleId) : null;
  }

  /** Forgets what she has read. */
  forget(readerId: string): Promise<void> {
    return this.reads.forget(readerId);
  }
}
