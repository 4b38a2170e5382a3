/** The one door to PostgreSQL: repositories ask it for the client of the transaction they run in. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { Config } from '../config/config.js';
import { type Prisma, PrismaClient } from './generated/client.js';

/** Milliseconds a request may wait for a connection, a statement, a lock, or idle in a transaction. */
const patience = { connection: 3_000, statement: 10_000, lock: 5_000, idleInTransaction: 10_000 };

@Injectable()
export class Database implements OnApplicationShutdown {
  readonly pool: pg.Pool;
  private readonly logger = new Logger('Database');
  private readonly prisma: PrismaClient;
  private readonly ambient = new AsyncLocalStorage<Prisma.TransactionClient>();

  constructor(config: Config) {
    this.pool = new pg.Pool({
      connectionString: config.databaseUrl,
      max: config.databasePoolSize,
      connectionTimeoutMillis: patience.connection,
      statement_timeout: patience.statement,
      lock_timeout: patience.lock,
      idle_in_transaction_session_timeout: patience.idleInTransaction,
      application_name: 'broadsheet',
    });
    // An idle connection that the server closes is replaced at its next use; without a listener the
    // error would end the process.
    this.pool.on('error', (error) =>
      this.logger.warn(`An idle connection was lost: ${error.message}`),
    );
    this.prisma = new PrismaClient({ adapter: new PrismaPg(this.pool) });
  }

  /** The client of the transaction around the caller, or the plain client outside of one. */
  get client(): Prisma.TransactionClient {
    return this.ambient.getStore() ?? this.prisma;
  }

  /** Runs the work in one transaction; joins the one around it, if there is one. Never holds an HTTP call. */
  transaction<T>(work: () => Promise<T>): Promise<T> {
    if (this.ambient.getStore() !== undefined) return work();
    return this.prisma.$transaction((transaction) => this.ambient.run(transaction, work), {
      maxWait: patience.connection,
      timeout: patience.idleInTransaction,
    });
  }

  /** After the last request and the last job. */
  async onApplicationShutdown(): Promise<void> {
    await this.prisma.$disconnect();
    if (!this.pool.ended) await this.pool.end();
  }
}
