/** Calls the purge hook, signed, and again later until it says that it has understood. */
import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { SystemClock } from '../clock/clock.js';
import { Config } from '../config/config.js';
import { HandlesJob, type JobHandler } from '../jobs/job-handler.js';
import { PURGE_CACHE } from './purges.js';

/** Milliseconds the hook has to answer. */
const patience = 10_000;

@HandlesJob(PURGE_CACHE)
@Injectable()
export class PurgeCacheJob implements JobHandler {
  /** Whoever checks a signature has no other time to compare it with. */
  private readonly wall = new SystemClock();

  constructor(private readonly config: Config) {}

  async handle(payload: unknown, stopping: AbortSignal): Promise<void> {
    const { purgeUrl, purgeSecret } = this.config;
    // Written down by a process that still had a hook.
    if (purgeUrl === undefined || purgeSecret === undefined) return;
    const body = JSON.stringify(payload);
    const answer = await fetch(purgeUrl, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'broadsheet-signature': this.signature(body, purgeSecret),
      },
      body,
      // A signed word is for the one it was meant for.
      redirect: 'manual',
      signal: AbortSignal.any([stopping, AbortSignal.timeout(patience)]),
    }).catch((error: unknown) => {
      throw new Error(`The purge hook did not answer: ${reasonOf(error)}`);
    });
    await answer.body?.cancel();
    if (!answer.ok) throw new Error(`The purge hook answered ${answer.status}.`);
  }

  private signature(body: string, secret: string): string {
    const at = Math.floor(this.wall.now().getTime() / 1000);
    const mac = createHmac('sha256', secret).update(`${at}.${body}`).digest('hex');
    return `t=${at},v1=${mac}`;
  }
}

/** Never the address, which may hold a secret. */
function reasonOf(error: unknown): string {
  const { name, cause } = error as Error & { cause?: { code?: unknown } };
  return typeof cause?.code === 'string' ? cause.code : name;
}
