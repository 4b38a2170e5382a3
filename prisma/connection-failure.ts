/** Says in one sentence why a database could not be reached, without the password. */

const reasons: Record<string, string> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'the host name is not known',
  EAI_AGAIN: 'the host name could not be looked up',
  ETIMEDOUT: 'it does not answer',
  EHOSTUNREACH: 'the host cannot be reached',
  '28P01': 'it refused the password',
  '28000': 'it refused the user',
  '3D000': 'it has no database of that name',
  '53300': 'it has no connection to spare',
  '57P03': 'it is still starting up or shutting down',
};

/** @param connectionString the URL that failed; only its host, port and database are repeated */
export function describeConnectionFailure(error: unknown, connectionString: string): string {
  const target = URL.canParse(connectionString) ? new URL(connectionString) : undefined;
  if (target === undefined) {
    return 'DATABASE_URL is not a URL like postgresql://user:password@host:5432/database.';
  }
  const server = `PostgreSQL at ${target.host}${target.pathname}`;
  return `${server} could not be used: ${reasonOf(error)}.`;
}

function reasonOf(error: unknown): string {
  // A name with several addresses fails once for each; the errors come bundled, without a message.
  const cause: unknown = error instanceof AggregateError ? error.errors[0] : error;
  if (!(cause instanceof Error)) {
    return String(cause);
  }
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
  return reasons[code] ?? cause.message;
}
