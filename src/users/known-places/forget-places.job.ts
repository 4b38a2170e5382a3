/** Forgets, every night, the places where nobody has signed in for long. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { HandlesJob, type JobHandler, Nightly } from '../../platform/jobs/job-handler.js';
import { KnownPlaceRepository } from './known-place.repository.js';
import { knownSince } from './known-place.rules.js';

export const FORGET_PLACES = 'forget-places';

@HandlesJob(FORGET_PLACES)
@Nightly('03:25')
@Injectable()
export class ForgetPlacesJob implements JobHandler {
  constructor(
    private readonly clock: Clock,
    private readonly places: KnownPlaceRepository,
  ) {}

  handle(): Promise<void> {
    return this.places.forgetBefore(knownSince(this.clock.now()));
  }
}
