/** How much is told. */
import type { LogLevel } from '@nestjs/common';

export type Level = 'error' | 'warn' | 'info' | 'debug';

/** Who tells of every room and route at each start. */
const chatterers = new Set([
  'InstanceLoader',
  'NestApplication',
  'NestFactory',
  'RouterExplorer',
  'RoutesResolver',
]);

export const isChatter = (context: unknown): boolean =>
  typeof context === 'string' && chatterers.has(context);

const levels: Record<Level, LogLevel[]> = {
  error: ['fatal', 'error'],
  warn: ['fatal', 'error', 'warn'],
  info: ['fatal', 'error', 'warn', 'log'],
  debug: ['fatal', 'error', 'warn', 'log', 'debug', 'verbose'],
};

/** In Nest's words. */
export const levelsFrom = (least: Level): LogLevel[] => levels[least];
