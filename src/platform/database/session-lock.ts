/**
 * What only one process at a time may do, however long it takes: a lock in PostgreSQL on a connection of its
 * own. It ends with the connection, whatever ended the process. No transaction is held meanwhile.
 */
import { Injectable } from '@nestjs/common';
import pg from 'pg';
import { Config } from '../config/config.js';

@Injectable()
export class SessionLock {
  constructor(private readonly config: Config) {}

  /**
   * Does the work, unless it is being done under this name already.
   * @returns whether it was free
   */
  async hold(name: string, work: () => Promise<void>): Promise<boolean> {
    const client = new pg.Client({
      // Past any transaction pooler: the lock belongs to a session.
      connectionString: this.config.databaseDirectUrl ?? this.config.databaseUrl,
      connectionTimeoutMillis: 3_000,
      keepAlive: true,
      application_name: 'broadsheet-lock',
    });
    // A lost connection is a lost lock, and the work goes on: it has to bear a second one beside it.
    client.on('error', () => undefined);
    try {
      await client.connect();
      const { rows } = await client.query<{ free: boolean }>(
        `select pg_try_advisory_lock(hashtextextended('broadsheet ' || $1, 0)) as free`,
        [name],
      );
      if (rows[0]?.free !== true) return false;
      await work();
      return true;
    } finally {
      // The lock goes with the connection, however that ends; what the work threw is what matters.
      await client.end().catch(() => undefined);
    }
  }
}
