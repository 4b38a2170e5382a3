/** Statements put together from parts, each with its own parameters. */
import { Prisma } from './generated/client.js';

export const { sql } = Prisma;
export type Sql = Prisma.Sql;
