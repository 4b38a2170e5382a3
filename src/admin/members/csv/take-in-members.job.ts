/** Takes the members of a file in, until none is left; another process goes on where one was killed. */
import { Injectable } from '@nestjs/common';
import { HandlesJob, type JobHandler } from '../../../platform/jobs/job-handler.js';
import { MemberIntake, mostAtOnce } from './member-intake.service.js';

export const TAKE_IN_MEMBERS = 'take-in-members';

export interface MembersToTakeIn {
  importId: string;
}

@HandlesJob(TAKE_IN_MEMBERS)
@Injectable()
export class TakeInMembersJob implements JobHandler {
  constructor(private readonly intake: MemberIntake) {}

  async handle(payload: unknown, stopping: AbortSignal): Promise<void> {
    const { importId } = payload as MembersToTakeIn;
    for (let size = mostAtOnce; size > 0; size = await this.intake.step(importId, size)) {
      stopping.throwIfAborted();
    }
  }
}
