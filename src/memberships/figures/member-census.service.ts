/** Says how many members there are and where they stand, of the site and of one plan. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Config } from '../../platform/config/config.js';
import { CensusRepository } from './census.repository.js';
import { type Census, type PlanHolders, censusOf, planHoldersOf } from './census.rules.js';

/** Whom a change of a plan touches. */
export interface PlanCensus extends PlanHolders {
  /** Members of other plans who move to this one at the end of their period. */
  readonly arriving: number;
}

@Injectable()
export class MemberCensus {
  constructor(
    private readonly census: CensusRepository,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  async ofEverybody(): Promise<Census> {
    return censusOf(await this.census.byState(this.moment()));
  }

  async ofPlan(planId: string): Promise<PlanCensus> {
    const [groups, arriving] = await Promise.all([
      this.census.holdersOf(planId, this.moment()),
      this.census.arrivingAt(planId),
    ]);
    return { ...planHoldersOf(groups), arriving };
  }

  private moment(): { now: Date; graceDays: number } {
    return { now: this.clock.now(), graceDays: this.config.graceDays };
  }
}
