/** Forgets, every night, what the lines of old files said of people: by then their report has been read. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { HandlesJob, type JobHandler, Nightly } from '../../../platform/jobs/job-handler.js';
import { ImportLineRepository } from './import-line.repository.js';

export const FORGET_IMPORT_LINES = 'forget-import-lines';

const keptMilliseconds = 7 * 24 * 60 * 60 * 1000;

@HandlesJob(FORGET_IMPORT_LINES)
@Nightly('03:40')
@Injectable()
export class ForgetImportLinesJob implements JobHandler {
  constructor(
    private readonly lines: ImportLineRepository,
    private readonly clock: Clock,
  ) {}

  handle(): Promise<void> {
    return this.lines.forgetFields(new Date(this.clock.now().getTime() - keptMilliseconds));
  }
}
