/**
 * Whether PostgreSQL can be reached at all: found out beside the requests, so that they need not each wait until they
 * have found it out for themselves. A server that is stopped refuses; one that is frozen says nothing.
 */
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { within } from './within.js';

/** Milliseconds: for an answer, for one of a server that is known to be away, and between two questions. */
const rhythm = { patience: 2_000, patienceAway: 3_000, between: 250 };

interface Options {
  readonly connectionString: string;
  /** Called as it goes away, and as it is back. */
  readonly changed: (isAway: boolean) => void;
}

export class Reach {
  private readonly stopping = new AbortController();
  private asking: Promise<void> | undefined;
  private away = false;
  /** Milliseconds, of `performance`. */
  private assuredAt = -Infinity;

  constructor(private readonly options: Options) {}

  /** Nothing that needs the database can be had. */
  get isAway(): boolean {
    return this.away;
  }

  /** Somebody has reason to doubt that it is there: it is asked, and asked again for as long as it is away. */
  doubt(): void {
    if (this.stopping.signal.aborted) return;
    this.asking ??= this.ask().finally(() => (this.asking = undefined));
  }

  /** Somebody has just been answered: on a machine that has too much to do, a new connection takes longer than that. */
  assure(): void {
    this.assuredAt = performance.now();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.asking;
  }

  private async ask(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      const askedAt = performance.now();
      const isAway = !(await this.answers()) && this.assuredAt < askedAt;
      if (isAway !== this.away && !signal.aborted) {
        this.away = isAway;
        this.options.changed(isAway);
      }
      if (!isAway) return;
      // It rejects only when it is told to stop, which the loop looks at.
      await pause(rhythm.between, undefined, { signal }).catch(() => undefined);
    }
  }

  /** On a connection of its own, the way that every query goes: those there are may be what has died. */
  private async answers(): Promise<boolean> {
    const client = new pg.Client({
      connectionString: this.options.connectionString,
      application_name: 'broadsheet-reach',
    });
    // What is lost later fails the query.
    client.on('error', () => undefined);
    try {
      await within(
        this.away ? rhythm.patienceAway : rhythm.patience,
        client.connect().then(() => client.query('select 1')),
      );
      return true;
    } catch (error) {
      return isAnswer(error);
    } finally {
      client.end().catch(() => undefined);
      client.connection.stream.destroy();
    }
  }
}

/**
 * A server that refuses this connection, for there are too many, serves those that it has; so does a pooler, and one
 * that ends it is there to end it: whether it goes away itself is seen at the next.
 */
function isAnswer(error: unknown): boolean {
  if (!(error instanceof pg.DatabaseError)) return false;
  return !/^(08|57P0[23])/.test(error.code ?? '') || error.message.includes('no more connections');
}
