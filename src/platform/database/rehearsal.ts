/** Does something as it would be done, and takes it back: for telling what would become of it. */
import type { Database } from './database.js';

/** Inside of a transaction, which goes on as if nothing had been written. */
export async function rehearsed<T>(database: Database, work: () => Promise<T>): Promise<T> {
  if (!database.isInTransaction) throw new Error('There is no transaction to rehearse in.');
  await database.client.$executeRaw`savepoint rehearsal`;
  const result = await work();
  await database.client.$executeRaw`rollback to savepoint rehearsal`;
  return result;
}
