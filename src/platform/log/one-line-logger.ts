/** The process's log for people: one entry is one line, whatever somebody has put into what is told. */
import { inspect } from 'node:util';
import { ConsoleLogger, type LogLevel } from '@nestjs/common';
import { type Level, isChatter, levelsFrom } from './log-levels.js';
import { onOneLine } from './one-line.rules.js';

export class OneLineLogger extends ConsoleLogger {
  /** @param level the least that is written */
  constructor(level: Level) {
    super({ logLevels: levelsFrom(level) });
  }

  override log(message: unknown, ...more: unknown[]): void {
    if (!isChatter(more.at(-1))) super.log(message, ...more);
  }

  /** Before it gets its colour, which is control characters, too. */
  protected override stringifyMessage(message: unknown, logLevel: LogLevel): string {
    const told = typeof message === 'string' ? message : inspect(message);
    return super.stringifyMessage(onOneLine(told), logLevel);
  }
}
