/** The process's log for machines: an object of JSON a line, with the request that it is about. */
import { inspect } from 'node:util';
import type { LoggerService } from '@nestjs/common';
import { type Level, type Logger, type LoggerOptions, pino, stdTimeFunctions } from 'pino';
import { requestInHand } from '../http/request-origin.js';
import { traceInHand } from '../telemetry/spans.js';
import { jsonLines } from './json-lines.js';
import { isChatter } from './log-levels.js';

/** What all entries look like. @param level the least that is written */
export const jsonLog = (level: Level, more: LoggerOptions = {}): Logger =>
  pino(
    {
      level,
      base: { pid: process.pid },
      messageKey: 'message',
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      ...more,
    },
    jsonLines,
  );

function whereIts(): { requestId?: string; traceId?: string } {
  const requestId = requestInHand()?.id;
  const traceId = traceInHand();
  return { ...(requestId && { requestId }), ...(traceId && { traceId }) };
}

export class JsonLogger implements LoggerService {
  private readonly log_: Logger;

  constructor(level: Level) {
    this.log_ = jsonLog(level, { mixin: whereIts });
  }

  log(message: unknown, ...more: unknown[]): void {
    this.write('info', message, more);
  }

  error(message: unknown, ...more: unknown[]): void {
    this.write('error', message, more);
  }

  warn(message: unknown, ...more: unknown[]): void {
    this.write('warn', message, more);
  }

  debug(message: unknown, ...more: unknown[]): void {
    this.write('debug', message, more);
  }

  verbose(message: unknown, ...more: unknown[]): void {
    this.write('debug', message, more);
  }

  fatal(message: unknown, ...more: unknown[]): void {
    this.write('error', message, more);
  }

  /** Nest says last who speaks; before it may stand a stack, or further words. */
  private write(level: Level, message: unknown, more: unknown[]): void {
    const context = more.at(-1);
    if (level === 'info' && isChatter(context)) return;
    const words = [message, ...more.slice(0, -1)].filter((word) => word !== undefined);
    const told = words.map((word) => (typeof word === 'string' ? word : inspect(word))).join('\n');
    this.log_[level](typeof context === 'string' ? { context } : {}, told);
  }
}
