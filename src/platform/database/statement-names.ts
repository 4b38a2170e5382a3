/** Names statements, so that PostgreSQL parses and plans each text once a connection instead of at every call. */
import { createHash } from 'node:crypto';
import type { SqlQuery } from '@prisma/driver-adapter-utils';

/**
 * A connection keeps what it prepared until it closes. Lists come in any length, each length a text of its own,
 * so long ones go unnamed, and wide writes with them.
 */
const mostArguments = 20;

/** Far more than the texts of this code, for a query that somebody builds with its values inside. */
const mostNames = 1_000;

const unnamed = '';

export function statementNames(): (query: Pick<SqlQuery, 'sql' | 'args'>) => string {
  const names = new Map<string, string>();
  return ({ sql, args }) => {
    if (args.length > mostArguments) return unnamed;
    let name = names.get(sql);
    if (name === undefined) {
      if (names.size >= mostNames) return unnamed;
      name = createHash('sha256').update(sql).digest('base64url').slice(0, 32);
      names.set(sql, name);
    }
    return name;
  };
}
