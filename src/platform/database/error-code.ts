/** What PostgreSQL calls that which went wrong, whoever has passed it on. */

/** Prisma says PostgreSQL's code only in words where it knows none of its own for it. */
const inWords = /`(\d[\dA-Z]{4})`/;

/** @returns PostgreSQL's code, or else Prisma's or a socket's; undefined for what comes from none of them */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, message } = error as Error & { code?: unknown };
  return inWords.exec(message)?.[1] ?? (typeof code === 'string' ? code : undefined);
}

/** Two transactions waited for each other, and this one was ended to part them. */
export const isDeadlock = (error: unknown): boolean =>
  ['P2034', '40P01'].includes(codeOf(error) ?? '');
