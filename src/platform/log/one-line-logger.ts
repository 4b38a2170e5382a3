/** The process's log: one entry is one line, whatever somebody has put into what is told. */
import { inspect } from 'node:util';
import { ConsoleLogger, type LogLevel } from '@nestjs/common';
import { onOneLine } from './one-line.rules.js';

export class OneLineLogger extends ConsoleLogger {
  constructor() {
    super({ logLevels: ['error', 'warn'] });
  }

  /** Before it gets its colour, which is control characters, too. */
  protected override stringifyMessage(message: unknown, logLevel: LogLevel): string {
    const told = typeof message === 'string' ? message : inspect(message);
    return super.stringifyMessage(onOneLine(told), logLevel);
  }
}
