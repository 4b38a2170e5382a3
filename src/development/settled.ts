/** Waits until what was set off has been done, so that development and tests see its result. */
import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Jobs } from '../platform/jobs/jobs.js';

/** Milliseconds between two looks, and looks before the wait is given up. */
const interval = 20;
const looks = 500;

@Injectable()
export class Settled {
  constructor(private readonly jobs: Jobs) {}

  /** @returns false when work is still outstanding after ten seconds */
  async wait(): Promise<boolean> {
    for (let look = 0; look < looks; look += 1) {
      if ((await this.jobs.outstanding()) === 0) return true;
      await pause(interval);
    }
    return false;
  }
}
