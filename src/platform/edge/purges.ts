/** Tells the cache in front of us what has changed: written down with the change, told by a job soon after. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Config } from '../config/config.js';
import { Jobs } from '../jobs/jobs.js';
import type { SurrogateKey } from './surrogate-keys.js';

export const PURGE_CACHE = 'purge-cache';

/** What the job carries, and the hook is told. */
export interface Purge {
  surrogateKeys: SurrogateKey[];
  /** When it changed. */
  at: Date;
}

/** The last attempt comes some eight hours after the first. */
const maxAttempts = 12;

@Injectable()
export class Purges {
  constructor(
    private readonly config: Config,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /** Of everything made of these, once the surrounding transaction commits; never, if it rolls back. */
  async order(...keys: SurrogateKey[]): Promise<void> {
    if (this.config.purgeUrl === undefined || keys.length === 0) return;
    const purge: Purge = { surrogateKeys: [...new Set(keys)], at: this.clock.now() };
    await this.jobs.enqueue(PURGE_CACHE, purge, { maxAttempts });
  }
}
