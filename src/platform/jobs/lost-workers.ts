/**
 * Frees what killed processes had taken in hand. graphile-worker marks a job, and the queue it stands in,
 * with the id of the pool that does it, and trusts the mark for four hours: a process killed in the middle
 * of a sync would keep that customer's webhooks waiting as long.
 *
 * So each process holds a connection of its own with an advisory lock on its pool's id. PostgreSQL drops
 * the lock when the connection ends, whatever ended the process. Every few seconds each process looks for
 * marks whose lock is free, and takes away those that it has found abandoned several times in a row: a
 * living process that lost its connection, or PostgreSQL itself restarted, has announced itself again by
 * then. A job that is merely slow keeps its mark for as long as its process lives.
 */
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

interface LostWorkersOptions {
  /** Past any transaction pooler: the lock belongs to a session. */
  connectionString: string;
  /** Told in a sentence what went wrong; it is tried again. */
  complain: (sentence: string) => void;
  /** Milliseconds between two looks. */
  interval?: number;
}

/** Looks in a row that must find a mark abandoned. */
const looks = 3;

/** Milliseconds until a lost connection is opened again: well within those looks. */
const retry = 1_000;

/** Without it, PostgreSQL would believe for two hours in a process whose machine lost its power. In seconds. */
const keepAlive =
  'set tcp_keepalives_idle = 20; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 4';

const lockOn = (id: string) => `hashtextextended('broadsheet worker ' || ${id}, 0)`;

/** The lock of a living process cannot be had, not even for the moment that this statement takes. */
const findAbandoned = `
  select id from (
    select locked_by as id from graphile_worker._private_jobs where locked_by like 'pool-%'
    union
    select locked_by from graphile_worker._private_job_queues where locked_by like 'pool-%'
  ) as marks
  where id <> $1 and pg_try_advisory_xact_lock(${lockOn('id')})`;

export class LostWorkers {
  private readonly stopping = new AbortController();
  private readonly rounds: Promise<void>;
  private client: pg.Client | undefined;
  /** How many times in a row each was found abandoned. */
  private found = new Map<string, number>();

  /** @param poolId what this process marks its jobs with */
  constructor(
    private readonly poolId: string,
    private readonly options: LostWorkersOptions,
  ) {
    this.rounds = this.goRound();
  }

  /** Gives the announcement up: only once nothing is in hand any more. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.rounds;
  }

  private async goRound(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      let wait = this.options.interval ?? 5_000;
      try {
        this.client ??= await this.announce();
        await this.look(this.client);
      } catch (error) {
        this.options.complain(`Lost jobs cannot be looked for: ${String(error)}`);
        wait = Math.min(wait, retry);
        await this.disconnect();
      }
      // It rejects only when it is told to stop, which the loop looks at.
      await pause(wait, undefined, { signal }).catch(() => undefined);
    }
    await this.disconnect();
  }

  private async announce(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: this.options.connectionString,
      connectionTimeoutMillis: 3_000,
      // A connection that no longer answers is as good as lost.
      query_timeout: 3_000,
      application_name: 'broadsheet-worker-alive',
    });
    // A lost connection fails the next look, which opens another.
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query(keepAlive);
      await client.query(`select pg_advisory_lock(${lockOn('$1')})`, [this.poolId]);
    } catch (error) {
      // What kept it from opening is thrown; that it does not close either is no news.
      await client.end().catch(() => undefined);
      throw error;
    }
    return client;
  }

  private async look(client: pg.Client): Promise<void> {
    const { rows } = await client.query<{ id: string }>(findAbandoned, [this.poolId]);
    this.found = new Map(rows.map(({ id }) => [id, (this.found.get(id) ?? 0) + 1]));
    const lost = [...this.found].filter(([, times]) => times >= looks).map(([id]) => id);
    if (lost.length === 0) return;
    await client.query('select graphile_worker.force_unlock_workers($1::text[])', [lost]);
  }

  private async disconnect(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    // Mostly lost already, which is why it is given up.
    await client?.end().catch(() => undefined);
  }
}
