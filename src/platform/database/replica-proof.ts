/**
 * Proves, again and again, that the replica has written down everything that was committed at the primary until a
 * moment ago. What proves it holds until this process hears of something newer, and a second or two at most.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import pg from 'pg';

/** Milliseconds between two proofs, and between two looks at a replica that is not that far yet. */
const rhythm = { beat: 250, look: 10 };

/** Milliseconds for connecting and for each question. */
const patience = 1_000;

/** Milliseconds. What everybody may see and nobody announces is so old at most. */
const longestProof = 2_000;

interface Ways {
  readonly primary: string;
  readonly replica: string;
  /** False while news may be missed: then nothing is proven. */
  readonly isListening: () => boolean;
}

interface Pair {
  readonly primary: pg.Client;
  readonly replica: pg.Client;
}

export class ReplicaProof {
  private readonly logger = new Logger('Replica');
  private readonly stopping = new AbortController();
  private pair: Pair | undefined;
  private keeping: Promise<void> | undefined;
  /** Rises with each reason to prove anew. */
  private reasons = 0;
  /** Of the newest proof: when its position was asked for, in milliseconds of this process. */
  private provenAt = Number.NEGATIVE_INFINITY;
  private wasUsed: boolean | undefined;

  constructor(private readonly ways: Ways) {}

  /** What {@link holds} is asked with afterwards; undefined while nothing is proven. */
  get mark(): number | undefined {
    const holds = this.ways.isListening() && performance.now() - this.provenAt <= longestProof;
    return holds ? this.reasons : undefined;
  }

  /** Whether nothing has come up since then that this proof did not know of. */
  holds(mark: number): boolean {
    return this.reasons === mark;
  }

  /** What was proven says nothing any more: there is news, or the replica may have begun anew. */
  forget(): void {
    this.reasons += 1;
    this.provenAt = Number.NEGATIVE_INFINITY;
  }

  start(): void {
    this.keeping = this.keepProving();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.keeping;
    this.drop();
  }

  private async keepProving(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      const reason = await this.prove().then(
        (isProven) => (isProven ? undefined : 'it is behind'),
        (error: unknown) => {
          this.forget();
          this.drop();
          return String(error);
        },
      );
      this.tell(reason);
      // News is proven again at once. It rejects only when the process stops, which the loop looks at.
      for (let waited = 0; waited < rhythm.beat && this.isFresh; waited += rhythm.look) {
        await pause(rhythm.look, undefined, { signal }).catch(() => undefined);
      }
      if (reason !== undefined) {
        await pause(rhythm.beat, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  private get isFresh(): boolean {
    return this.mark !== undefined && !this.stopping.signal.aborted;
  }

  /**
   * Whatever this process was told of when it asks was committed before, and so lies before the position that the
   * primary answers; whoever has replayed that position shows it to every reader who comes then.
   */
  private async prove(): Promise<boolean> {
    const { primary, replica } = await this.connected();
    const { reasons } = this;
    if (!this.ways.isListening()) return false;
    const askedAt = performance.now();
    const position = await positionOf(primary);
    while (!(await hasReplayed(replica, position))) {
      if (this.stopping.signal.aborted || performance.now() - askedAt > longestProof) return false;
      await pause(rhythm.look);
    }
    if (this.reasons === reasons) this.provenAt = askedAt;
    return true;
  }

  private async connected(): Promise<Pair> {
    if (this.pair !== undefined) return this.pair;
    const [primary, replica] = [this.client(this.ways.primary), this.client(this.ways.replica)];
    this.pair = { primary, replica };
    await Promise.all([primary.connect(), replica.connect()]);
    if ((await clusterOf(primary)) === (await clusterOf(replica))) return this.pair;
    throw new Error('DATABASE_REPLICA_URL leads to a replica of something else.');
  }

  private client(connectionString: string): pg.Client {
    const client = new pg.Client({
      connectionString,
      connectionTimeoutMillis: patience,
      query_timeout: patience,
      keepAlive: true,
      application_name: 'broadsheet-replica',
    });
    // A replica that was killed may come back with less than it had shown.
    client.on('error', () => this.forget());
    client.on('end', () => this.forget());
    return client;
  }

  /** They may be closed already, or never come to an end; nobody waits for them. */
  private drop(): void {
    this.pair?.primary.end().catch(() => undefined);
    this.pair?.replica.end().catch(() => undefined);
    this.pair = undefined;
  }

  private tell(reason: string | undefined): void {
    const isUsed = reason === undefined;
    if (this.wasUsed === isUsed || this.stopping.signal.aborted) return;
    this.wasUsed = isUsed;
    if (isUsed) this.logger.log('What everybody may see is read from the replica.');
    else this.logger.warn(`The replica is not read from: ${reason}`);
  }
}

/** Behind everything that is committed by now. @throws where this is no primary */
async function positionOf(primary: pg.Client): Promise<string> {
  const { rows } = await primary.query<{ position: string }>(
    'select pg_current_wal_insert_lsn()::text as position',
  );
  return rows[0]?.position ?? '';
}

/** @throws where this is no replica (any more): then its positions are its own */
async function hasReplayed(replica: pg.Client, position: string): Promise<boolean> {
  const { rows } = await replica.query<{ follows: boolean; has: boolean | null }>(
    'select pg_is_in_recovery() as follows, pg_last_wal_replay_lsn() >= $1::pg_lsn as has',
    [position],
  );
  if (rows[0]?.follows !== true) throw new Error('DATABASE_REPLICA_URL leads to no replica.');
  return rows[0].has === true;
}

async function clusterOf(client: pg.Client): Promise<string | undefined> {
  const { rows } = await client.query<{ id: string }>(
    'select system_identifier::text as id from pg_control_system()',
  );
  return rows[0]?.id;
}
