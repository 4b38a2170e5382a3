/** The process's one log, as its settings want it: every Logger of Nest writes there. */
import type { LoggerService } from '@nestjs/common';
import type { Config } from '../config/config.js';
import { JsonLogger } from './json-logger.js';
import { OneLineLogger } from './one-line-logger.js';

export const logOf = ({ logsAsJson, logLevel }: Config): LoggerService =>
  logsAsJson ? new JsonLogger(logLevel) : new OneLineLogger(logLevel);
