/** Writes down what a process asks its database, statement by statement, transactions and all. */
import type pg from 'pg';
import { Database } from '../../src/platform/database/database.js';
import type { TestApp } from './app.js';

export class QueryLog {
  private readonly watched = new WeakSet<pg.PoolClient>();
  private queries: string[] = [];

  constructor({ app }: Pick<TestApp, 'app'>) {
    // Every statement, Prisma's included, goes through a connection of this pool, and takes it first.
    app.get(Database).pool.on('acquire', (client) => this.watch(client));
  }

  /** What is asked while the work is being done, in order; what jobs ask meanwhile is not of it. */
  async during(work: () => Promise<unknown>): Promise<string[]> {
    this.queries = [];
    await work();
    return this.queries.filter((query) => !query.includes('graphile_worker'));
  }

  private watch(client: pg.PoolClient): void {
    if (this.watched.has(client)) return;
    this.watched.add(client);
    const query = client.query.bind(client) as (...given: unknown[]) => unknown;
    const watched = (...given: unknown[]): unknown => {
      this.queries.push(textOf(given[0]));
      return query(...given);
    };
    Object.assign(client, { query: watched });
  }
}

function textOf(statement: unknown): string {
  const text = typeof statement === 'string' ? statement : (statement as { text: string }).text;
  return text.replace(/\s+/g, ' ').trim();
}
