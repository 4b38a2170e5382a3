/** Tells what fails for now, and may go well a moment later, from what is wrong. */

import { codeOf } from './error-code.js';

/** Codes of PostgreSQL, of Prisma and of sockets. */
const passing = new Set([
  'DATABASE_AWAY',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'P1001',
  'P1002',
  'P1008',
  'P1017',
  'P2024',
  'P2028',
  'P2034',
  '25006',
  '25P03',
  '40001',
  '40P01',
  '53100',
  '53200',
  '53300',
  '55P03',
  '57014',
  '57P01',
  '57P02',
  '57P03',
  '58030',
]);

const inWords =
  /timeout exceeded when trying to connect|Connection terminated|encountered a connection error|not currently accepting connections|Query read timeout|database cannot be reached|Can't reach database server/;

export function isPassing(thrown: unknown): boolean {
  for (let error = thrown, depth = 0; error instanceof Error && depth < 5; depth += 1) {
    if (passing.has(codeOf(error) ?? '')) return true;
    if (inWords.test(error.message)) return true;
    error = error.cause;
  }
  return false;
}
