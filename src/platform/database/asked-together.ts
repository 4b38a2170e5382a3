/**
 * Asks by one statement what several want to know in the same turn of the event loop: the trip to PostgreSQL and back
 * costs this process more than all the rest of a reading, and carries thirty as well as one. Nobody is answered with
 * what was asked before she came.
 */
import type { Database, NamedQuery } from './database.js';
import { isDeadlock } from './error-code.js';

/** So many at most are asked for by one statement: the next one can be under way meanwhile. */
const mostTogether = 32;

/** Of a statement over arrays, one of each value; `at` says for whom the row is, counted from 1. */
interface RowOfMany {
  readonly at: number;
}

interface Asker<Row> {
  readonly values: readonly unknown[];
  readonly answer: (row: Row | undefined) => void;
  readonly fail: (error: unknown) => void;
}

export class AskedTogether<Row extends RowOfMany> {
  private waiting: Asker<Row>[] = [];

  /** @param query answers a row at most for each place of its arrays */
  constructor(
    private readonly database: Pick<Database, 'ask'>,
    private readonly query: NamedQuery,
  ) {}

  /** @param values one for each array of the statement */
  ask(values: readonly unknown[]): Promise<Row | undefined> {
    return new Promise((answer, fail) => {
      if (this.waiting.length === 0) setImmediate(() => this.send());
      this.waiting.push({ values, answer, fail });
    });
  }

  private send(): void {
    const askers = this.waiting;
    this.waiting = [];
    for (let from = 0; from < askers.length; from += mostTogether) {
      void this.askFor(askers.slice(from, from + mostTogether));
    }
  }

  private async askFor(askers: readonly Asker<Row>[]): Promise<void> {
    try {
      const [first] = askers;
      const arrays = (first?.values ?? []).map((_, which) =>
        askers.map(({ values }) => values[which]),
      );
      const rows: (Row | undefined)[] = [];
      for (const row of await this.database.ask<Row>(this.query, arrays)) rows[row.at - 1] = row;
      askers.forEach(({ answer }, at) => answer(rows[at]));
    } catch (error) {
      // Somebody in it stood in the way of another statement: that is no reason for the others to hear of it.
      if (askers.length > 1 && isDeadlock(error))
        askers.forEach((asker) => void this.askFor([asker]));
      else for (const { fail } of askers) fail(error);
    }
  }
}
