/** Listens to what is asked of the database while something is done. */
import type pg from 'pg';

type Query = (...asked: unknown[]) => unknown;

export class Statements {
  private heard: string[] = [];
  private readonly known = new WeakSet<pg.PoolClient>();

  /** Every connection that the pool hands out tells what it is asked. */
  constructor(pool: pg.Pool) {
    pool.on('acquire', (client) => {
      if (this.known.has(client)) return;
      this.known.add(client);
      const listened = client as unknown as { query: Query };
      const query = listened.query.bind(client);
      listened.query = (...asked) => {
        this.heard.push(textOf(asked[0]));
        return query(...asked);
      };
    });
  }

  /** What is asked while this is done, in order; what jobs ask is not of it. */
  async during(work: () => Promise<unknown>): Promise<string[]> {
    this.heard = [];
    await work();
    return this.heard.filter((text) => !/graphile_worker/.test(text));
  }
}

function textOf(asked: unknown): string {
  if (typeof asked === 'string') return asked;
  const { text } = asked as { text?: unknown };
  return typeof text === 'string' ? text : '';
}
