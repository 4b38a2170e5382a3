/** Tells what fails for now, and may go well a moment later, from what is wrong. */

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
    const { code, message } = error as Error & { code?: unknown };
    if (typeof code === 'string' && passing.has(code)) return true;
    // Prisma says PostgreSQL's code only in words where it knows none of its own for it.
    const [, told] = /^(?:Database error|Raw query failed)\. Code: `(\w+)`/m.exec(message) ?? [];
    if (told !== undefined && passing.has(told)) return true;
    if (inWords.test(message)) return true;
    error = error.cause;
  }
  return false;
}
