/** Why something failed, in a line that staff can use. */

/** Prisma's messages begin with the source around the call; what happened is their last line. */
export function reasonOf(failure: unknown): string {
  if (!(failure instanceof Error)) return String(failure);
  const told = failure.cause instanceof Error ? failure.cause : failure;
  const lines = told.message.split('\n').filter((line) => line.trim() !== '');
  return (lines.at(-1) ?? told.name).slice(0, 500);
}
