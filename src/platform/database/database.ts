/** The one door to PostgreSQL: repositories ask it for the client of the transaction they run in. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { Config } from '../config/config.js';
import { Connections } from './connections.js';
import { DatabaseUnusable, unreachable } from './database-unusable.js';
import { codeOf, isDeadlock } from './error-code.js';
import { type Prisma, PrismaClient } from './generated/client.js';
import { Reach } from './reach.js';
import { statementNames } from './statement-names.js';

/** Milliseconds a request may wait for a connection, a statement, a lock, or idle in a transaction. */
const patience = { connection: 3_000, statement: 10_000, lock: 3_000, idleInTransaction: 10_000 };

/** After so many a transaction gives up. */
const mostDeadlocks = 3;

/** Sent as a session opens. Prisma writes instants without a zone: they are meant, and must be read, as UTC. */
const sessionSettings = {
  options: '-c TimeZone=UTC',
  statement_timeout: patience.statement,
  lock_timeout: patience.lock,
  idle_in_transaction_session_timeout: patience.idleInTransaction,
};

export interface NamedQuery {
  readonly name: string;
  readonly text: string;
}

/** What surrounds the work of a transaction. */
interface Ambient {
  readonly client: Prisma.TransactionClient;
  readonly afterwards: (() => void)[];
}

@Injectable()
export class Database implements OnModuleInit, OnApplicationShutdown {
  readonly pool: pg.Pool;
  private readonly connections: Connections;
  /** For whoever notices that it does not answer. */
  readonly reach: Reach;
  private readonly logger = new Logger('Database');
  private readonly prisma: PrismaClient;
  private readonly ambient = new AsyncLocalStorage<Ambient>();

  constructor(private readonly config: Config) {
    this.reach = new Reach({
      connectionString: config.databaseUrl,
      changed: (isAway) => this.noteReach(isAway),
    });
    this.connections = new Connections(this.reach, {
      connectionString: config.databaseUrl,
      max: config.databasePoolSize,
      connectionTimeoutMillis: patience.connection,
      application_name: 'broadsheet',
      ...(this.isPooled ? { query_timeout: patience.statement } : sessionSettings),
    });
    this.pool = this.connections;
    // An idle connection that the server closes is replaced at its next use; without a listener the
    // error would end the process.
    this.pool.on('error', (error) =>
      this.logger.warn(`An idle connection was lost: ${error.message}`),
    );
    // Behind a transaction pooler the next statement may meet another session, which knows no names.
    const names = this.isPooled ? {} : { statementNameGenerator: statementNames() };
    const adapter = new PrismaPg(this.pool, names);
    // Else each failure reads and paints the lines of code around it, and while the database is away there are many.
    this.prisma = new PrismaClient({ adapter, errorFormat: 'minimal' });
  }

  /** @throws DatabaseUnusable before anything stands on a database that cannot carry it */
  async onModuleInit(): Promise<void> {
    try {
      await this.refuseUnlessUsable();
    } catch (error) {
      // Nest closes nothing that did not start, and an open connection would hold the process.
      await this.onApplicationShutdown();
      throw error;
    }
  }

  /** @throws what the driver says, when the database does not answer */
  async isMigrated(): Promise<boolean> {
    const { rows } = await this.pool.query<{ is: boolean }>(
      `select to_regclass('_prisma_migrations') is not null as is`,
    );
    return rows[0]?.is === true;
  }

  /**
   * For what is asked so often that Prisma would be most of its cost: outside of any transaction, on the pool
   * that Prisma stands on, prepared under its name.
   */
  async ask<Row extends pg.QueryResultRow>(
    { name, text }: NamedQuery,
    values: unknown[] = [],
  ): Promise<Row[]> {
    const query = this.isPooled ? { text, values } : { name, text, values };
    return (await this.pool.query<Row>(query)).rows;
  }

  /** The client of the transaction around the caller, or the plain client outside of one. */
  get client(): Prisma.TransactionClient {
    return this.ambient.getStore()?.client ?? this.prisma;
  }

  /**
   * Runs the work in one transaction; joins the one around it, if there is one. Never holds an HTTP call, and leaves
   * no trace but in the database: it begins anew where PostgreSQL has ended it to part two that wait for each other.
   */
  async transaction<T>(work: () => Promise<T>): Promise<T> {
    if (this.isInTransaction) return work();
    for (let left = mostDeadlocks; ; left -= 1) {
      try {
        return await this.oneTransaction(work);
      } catch (error) {
        if (left === 0 || !isDeadlock(error)) throw error;
      }
    }
  }

  private async oneTransaction<T>(work: () => Promise<T>): Promise<T> {
    const afterwards: (() => void)[] = [];
    try {
      return await this.prisma.$transaction(
        async (client) => {
          if (this.isPooled) await limit(client);
          return this.ambient.run({ client, afterwards }, work);
        },
        { maxWait: patience.connection, timeout: patience.idleInTransaction },
      );
    } catch (error) {
      if (isReadOnly(error)) this.connections.renew();
      throw error;
    } finally {
      // An error does not say that nothing was committed: the answer to the commit may have been lost.
      for (const act of afterwards) act();
    }
  }

  /** Whether what the caller reads may be what nobody else can see yet. */
  get isInTransaction(): boolean {
    return this.ambient.getStore() !== undefined;
  }

  /** Acts once the transaction around the caller has ended, however it did. */
  afterTransaction(act: () => void): void {
    const around = this.ambient.getStore();
    if (around === undefined) throw new Error('There is no transaction that could end.');
    around.afterwards.push(act);
  }

  /** PostgreSQL cannot be reached at all, and whoever asks for it is refused at once. */
  get isAway(): boolean {
    return this.reach.isAway;
  }

  /** For whoever is answered by it. */
  assure(): void {
    // Past a pooler it says nothing of the pooler.
    if (!this.isPooled) this.reach.assure();
  }

  /** After the last request and the last job. */
  async onApplicationShutdown(): Promise<void> {
    await this.reach.stop();
    // A server that does not answer says no farewell either.
    if (this.isAway) this.connections.breakOff();
    await this.prisma.$disconnect();
    if (!this.pool.ended) await this.pool.end();
  }

  private noteReach(isAway: boolean): void {
    if (isAway) {
      this.logger.error('The database cannot be reached. Whoever needs it is sent away.');
      this.connections.breakOff();
    } else {
      this.logger.log('The database is back.');
    }
  }

  private async refuseUnlessUsable(): Promise<void> {
    const migrated = await this.isMigrated().catch((cause: unknown) => {
      throw unreachable(this.config.databaseUrl, cause);
    });
    if (!migrated) {
      throw new DatabaseUnusable('The database has no tables yet: run npm run db:migrate.');
    }
    await this.refuseOtherTimes();
    if (this.config.isProduction) await this.warnOfPower();
  }

  /** Whoever takes over an application that may do everything rewrites the audit and the books, too. */
  private async warnOfPower(): Promise<void> {
    const { rows } = await this.pool.query<{ may: boolean }>(
      `select has_table_privilege(to_regclass('audit_entries'), 'UPDATE, DELETE, TRUNCATE') as may`,
    );
    if (rows[0]?.may !== true) return;
    this.logger.warn(
      'The role of DATABASE_URL may change what is append-only: give the application one of its own (DATABASE_APP_ROLE).',
    );
  }

  /** Behind a pooler, and past options in the connection's address, a session has the database's own zone. */
  private async refuseOtherTimes(): Promise<void> {
    const { rows } = await this.pool.query<{ zone: string; name: string }>(
      `select current_setting('TimeZone') as zone, current_database() as name`,
    );
    const { zone = '', name = '' } = rows[0] ?? {};
    if (/^(Etc\/)?(UTC|GMT|UCT|Zulu|Universal)$/i.test(zone)) return;
    throw new DatabaseUnusable(
      `The database's time zone is ${zone} and must be UTC: ALTER DATABASE "${name}" SET timezone TO 'UTC'.`,
    );
  }

  /** Whoever names a way past the pooler has one in front. */
  private get isPooled(): boolean {
    return this.config.databaseDirectUrl !== undefined;
  }
}

/**
 * A transaction pooler refuses a session that opens with limits, and a later SET would stay behind for
 * strangers: there, each transaction sets its own, and the driver watches over single statements.
 */
async function limit(transaction: Prisma.TransactionClient): Promise<void> {
  await transaction.$queryRaw`
    select set_config('statement_timeout', ${String(patience.statement)}, true),
      set_config('lock_timeout', ${String(patience.lock)}, true),
      set_config('idle_in_transaction_session_timeout', ${String(patience.idleInTransaction)}, true)`;
}

/** The session may not write, which a new one may be. */
const isReadOnly = (error: unknown): boolean => codeOf(error) === '25006';
