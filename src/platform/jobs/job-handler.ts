/** What happens later: a provider marked with the name of the task it does. */
import { DiscoveryService } from '@nestjs/core';

export interface JobHandler {
  /**
   * Does the task; throwing means "again later", with growing pauses. May run more than once.
   * @param stopping told when the process ends: a long task throws then, and another process begins it again
   */
  handle(payload: unknown, stopping: AbortSignal): Promise<void>;
}

/** Marks a provider as the one that does this task. */
export const HandlesJob = DiscoveryService.createDecorator<string>();

/**
 * Marks such a provider as one whose task is done by workers of its own, so many at once: it waits for a server that
 * is not ours, and would otherwise keep everybody else waiting when that one hangs.
 */
export const OwnCrew = DiscoveryService.createDecorator<number>();

/**
 * Marks such a provider as one whose task also falls due every night, at this minute of the machine's UTC
 * day: `Nightly('03:20')`. A night on which no process ran is made up for at the next start.
 */
export const Nightly = DiscoveryService.createDecorator<`${number}:${number}`>();

/**
 * Marks such a provider as one whose task also falls due again and again, as a cron expression says:
 * `Recurring('7 * * * *')` is every hour. What fell due while no process ran is not made up for.
 */
export const Recurring = DiscoveryService.createDecorator<string>();
