/** Stands around every change of somebody's factors: says whether she may, and lets one change happen at a time. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import type { Reader } from '../reader.js';
import { SessionProofRepository } from '../sessions/session-proof.repository.js';
import { HeldFactors } from './held-factors.repository.js';
import { lastSecondFactor, secondFactorMissing } from './second-factor.errors.js';
import { isLastFactor, mayChangeFactors } from './second-factor.rules.js';

@Injectable()
export class FactorChanges {
  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly held: HeldFactors,
    private readonly sessions: SessionProofRepository,
  ) {}

  /** Runs the work in a transaction. @throws Problem 403 `auth/second-factor-missing` */
  change<T>(reader: Reader, work: () => Promise<T>): Promise<T> {
    return this.database.transaction(async () => {
      await this.held.holdStill(reader.id);
      const held = await this.held.of(reader.id);
      if (!mayChangeFactors(reader, held, this.config.demandsSecondFactor)) {
        throw secondFactorMissing();
      }
      return work();
    });
  }

  /** The same for taking one away. @throws Problem 409 `auth/last-second-factor`, and then she keeps it */
  takeAway(reader: Reader, work: () => Promise<void>): Promise<void> {
    return this.change(reader, async () => {
      await work();
      const left = await this.held.of(reader.id);
      if (isLastFactor(reader, left, this.config.demandsSecondFactor)) throw lastSecondFactor();
    });
  }

  /**
   * She has just shown a second factor in the session that she asks with. What the others have shown is no fresh
   * proof any more, for one factor was enough there: else who knows her password could take this one away again.
   */
  async noteShown({ id, sessionId }: Reader): Promise<void> {
    await this.sessions.prove(sessionId, { secondFactorAt: this.clock.now() });
    await this.sessions.unprove(id, sessionId);
  }
}
