/**
 * The pool that all queries of a process share. While PostgreSQL is away nobody waits for it, and nobody is left
 * hanging on a connection that no longer answers.
 */
import { Socket } from 'node:net';
import pg from 'pg';
import type { Reach } from './reach.js';

/** A request that needs the database has to be sent away. */
class DatabaseAway extends Error {
  override name = 'DatabaseAway';
  readonly code = 'DATABASE_AWAY';

  constructor() {
    super('The database cannot be reached.');
  }
}

type Taken = (
  error: Error | undefined,
  client: pg.PoolClient | undefined,
  release: (error?: boolean | Error) => void,
) => void;

/** Milliseconds between two renewals: whoever meets an old connection is not the only one. */
const renewal = 1_000;

export class Connections extends pg.Pool {
  private readonly sockets = new Set<Socket>();
  private readonly idle = new Set<pg.PoolClient>();
  private readonly inUse = new Set<pg.PoolClient>();
  private readonly outdated = new WeakSet<pg.PoolClient>();
  /** Sends away who waits for a connection. */
  private readonly waiting = new Set<() => void>();
  private renewedAt = -renewal;

  constructor(
    private readonly reach: Pick<Reach, 'isAway' | 'doubt'>,
    options: pg.PoolConfig,
  ) {
    super(options);
    this.options.stream = () => this.socket();
    this.on('acquire', (client) => {
      this.idle.delete(client);
      this.inUse.add(client);
    });
    this.on('release', (_error, client) => {
      this.inUse.delete(client);
      this.idle.add(client);
      // The pool keeps none that is ending; nobody waits for its end.
      if (this.outdated.has(client)) asClient(client).end(() => undefined);
    });
    this.on('remove', (client) => this.idle.delete(client));
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(taken: Taken): void;
  override connect(taken?: Taken): Promise<pg.PoolClient> | void {
    if (taken !== undefined) return this.take(taken);
    return new Promise((resolve, reject) => {
      this.take((error, client) =>
        client === undefined ? reject(error ?? new DatabaseAway()) : resolve(client),
      );
    });
  }

  private take(taken: Taken): void {
    if (this.reach.isAway) {
      taken(new DatabaseAway(), undefined, () => undefined);
      return;
    }
    let hasLeft = false;
    const leave = (): void => {
      hasLeft = true;
      taken(new DatabaseAway(), undefined, () => undefined);
    };
    this.waiting.add(leave);
    super.connect((error, client, release) => {
      if (hasLeft) {
        // Where there is no connection, the pool hands over nothing to give it back with.
        if (client !== undefined) release();
        return;
      }
      this.waiting.delete(leave);
      // Refused, or without an answer: whether that is so for everybody is worth a look.
      if (error !== undefined) this.reach.doubt();
      taken(error, client, release);
    });
  }

  /** Whatever is under way fails now, instead of when the server answers again. */
  breakOff(): void {
    const waiting = [...this.waiting];
    this.waiting.clear();
    for (const leave of waiting) leave();
    for (const socket of this.sockets) socket.destroy();
  }

  /**
   * No connection of today is used again: after a failover they may lead to a server that only reads, while new
   * ones lead to the one that writes.
   */
  renew(): void {
    if (performance.now() - this.renewedAt < renewal) return;
    this.renewedAt = performance.now();
    for (const client of this.inUse) this.outdated.add(client);
    for (const client of this.idle) asClient(client).connection.stream.destroy();
  }

  private socket(): Socket {
    const socket = new Socket();
    this.sockets.add(socket);
    socket.once('close', () => this.sockets.delete(socket));
    return socket;
  }
}

/** The driver's types leave out what a pooled connection has in common with all others. */
const asClient = (client: pg.PoolClient): pg.Client => client;
