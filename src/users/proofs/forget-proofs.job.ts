/** Forgets, every night, mailed proofs that nobody can use any more, and the names and passwords waiting in them. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { HandlesJob, type JobHandler, Nightly } from '../../platform/jobs/job-handler.js';
import { ExpiredProofRepository } from './expired-proof.repository.js';

export const FORGET_PROOFS = 'forget-proofs';

/** A day after its end, a proof no longer explains to anybody why a link did not work. */
const keptMilliseconds = 24 * 60 * 60 * 1000;

@HandlesJob(FORGET_PROOFS)
@Nightly('03:20')
@Injectable()
export class ForgetProofsJob implements JobHandler {
  constructor(
    private readonly clock: Clock,
    private readonly proofs: ExpiredProofRepository,
  ) {}

  handle(): Promise<void> {
    return this.proofs.forgetBefore(new Date(this.clock.now().getTime() - keptMilliseconds));
  }
}
