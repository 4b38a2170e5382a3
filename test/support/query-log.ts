/** Writes down what a process asks its database, statement by statement, transactions and all. */
import type pg from 'pg';
import { Database } from '../../src/platform/database/database.js';
import type { TestApp } from './app.js';

/** A statement as it was sent. */
export interface Statement {
  text: string;
  values: unknown[];
}

export class QueryLog {
  private readonly watched = new WeakSet<pg.PoolClient>();
  private statements: Statement[] = [];

  constructor({ app }: Pick<TestApp, 'app'>) {
    // Every statement, Prisma's included, goes through a connection of this pool, and takes it first.
    app.get(Database).pool.on('acquire', (client) => this.watch(client));
  }

  /** What is asked while the work is being done, in order; what jobs ask meanwhile, and what writes down reads, is not of it. */
  async during(work: () => Promise<unknown>): Promise<string[]> {
    const asked = await this.everything(work);
    return asked.filter((query) => !/graphile_worker|insert into article_days/.test(query));
  }

  /** The same with whatever else the process asks meanwhile. */
  async everything(work: () => Promise<unknown>): Promise<string[]> {
    return (await this.sent(work)).map(({ text }) => text.replace(/\s+/g, ' ').trim());
  }

  /** The same word for word, with their values. */
  async sent(work: () => Promise<unknown>): Promise<Statement[]> {
    this.statements = [];
    await work();
    return this.statements;
  }

  private watch(client: pg.PoolClient): void {
    if (this.watched.has(client)) return;
    this.watched.add(client);
    const query = client.query.bind(client) as (...given: unknown[]) => unknown;
    const watched = (...given: unknown[]): unknown => {
      this.statements.push(statementOf(given[0], given[1]));
      return query(...given);
    };
    Object.assign(client, { query: watched });
  }
}

function statementOf(given: unknown, beside: unknown): Statement {
  if (typeof given === 'string') {
    return { text: given, values: Array.isArray(beside) ? (beside as unknown[]) : [] };
  }
  const { text, values = [] } = given as { text: string; values?: unknown[] };
  return { text, values };
}
