/** Statements put together from parts, each with its own parameters. */
import { Prisma } from './generated/client.js';

export const { sql } = Prisma;
export type Sql = Prisma.Sql;

/** Every one of these conditions; whatever there is, where there are none. */
export const allOf = (conditions: readonly Sql[]): Sql =>
  conditions.length === 0 ? sql`true` : Prisma.join([...conditions], ' and ');
