/** Forgets, every night, what the lines of old files said of people: by then their report has been read, or their job given up. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { HandlesJob, type JobHandler, Nightly } from '../../../platform/jobs/job-handler.js';
import { ImportLineRepository } from './import-line.repository.js';
import { MemberImportRepository } from './member-import.repository.js';

export const FORGET_IMPORT_LINES = 'forget-import-lines';

const day = 24 * 60 * 60 * 1000;
const keptMilliseconds = 7 * day;

/** After as long a job that was given up is forgotten, too: nobody can try it again. */
const triedMilliseconds = 30 * day;

@HandlesJob(FORGET_IMPORT_LINES)
@Nightly('03:40')
@Injectable()
export class ForgetImportLinesJob implements JobHandler {
  constructor(
    private readonly imports: MemberImportRepository,
    private readonly lines: ImportLineRepository,
    private readonly clock: Clock,
  ) {}

  async handle(): Promise<void> {
    const now = this.clock.now().getTime();
    await this.imports.giveUp(new Date(now - triedMilliseconds));
    await this.lines.forgetFields(new Date(now - keptMilliseconds));
  }
}
