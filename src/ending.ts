/** Ends the process as whoever runs it asks: in order, and within a bound. */
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { Config } from './platform/config/config.js';
import { Closing } from './platform/http/closing.js';

/**
 * Milliseconds for all that follows the drain: the jobs in hand, the requests in hand, what was counted in memory.
 * A job that is not done by then goes back to the queue once its worker is found dead.
 */
const longestEnd = 20_000;

/** Ends with the first SIGTERM or SIGINT; a second one cuts the drain short. */
export function endWithSignals(app: NestFastifyApplication, config: Config): void {
  const hurry = new AbortController();
  let isEnding = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (isEnding) hurry.abort();
      else void end(app, config.secondsToDrain, hurry.signal);
      isEnding = true;
    });
  }
}

/** @param drain seconds in which the process still takes requests, while whoever sends them learns to ask another */
export async function end(
  app: NestFastifyApplication,
  drain: number,
  hurry?: AbortSignal,
): Promise<void> {
  app.get(Closing).begin(app.getHttpServer());
  // It rejects only when somebody is in a hurry.
  await pause(drain * 1000, undefined, { signal: hurry }).catch(() => undefined);
  await takeWhatHasCome();
  const late = setTimeout(() => {
    new Logger('Ending').error('What was in hand did not come to an end in time.');
    process.exit(1);
  }, longestEnd);
  late.unref();
  try {
    await app.close();
    process.exit(0);
  } catch (error) {
    new Logger('Ending').error(`The process does not end in order: ${String(error)}`);
    process.exit(1);
  }
}

/** Milliseconds that a turn of the event loop takes at most which had nothing to do. */
const idleTurn = 5;

/**
 * Closing the door cuts whoever has connected and was not yet looked at, as after a moment in which the process stood
 * still: all of them are taken in first.
 */
async function takeWhatHasCome(): Promise<void> {
  for (let turns = 0, idle = 0; idle < 5 && turns < 500; turns += 1) {
    const began = performance.now();
    await nextTurn();
    idle = performance.now() - began < idleTurn ? idle + 1 : 0;
  }
}
