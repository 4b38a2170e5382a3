/**
 * Reads what everybody may see: from the replica, while that is proven to hold all that this process has been told
 * of, and else from the primary. Nothing that says who may read is read here (docs/adr/0025).
 */
import {
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
  type OnModuleDestroy,
} from '@nestjs/common';
import { Config } from '../config/config.js';
import { Announcements } from './announcements.js';
import { Database } from './database.js';
import { codeOf } from './error-code.js';
import { ReplicaProof } from './replica-proof.js';
import { within } from './within.js';

/** Milliseconds that a replica has for an answer, before the primary is asked. */
const patience = 1_500;

interface Replica {
  readonly database: Database;
  readonly proof: ReplicaProof;
}

@Injectable()
export class PublicReads implements OnApplicationBootstrap, OnModuleDestroy, OnApplicationShutdown {
  private readonly replica: Replica | undefined;

  constructor(
    config: Config,
    private readonly database: Database,
    announcements: Announcements,
  ) {
    if (config.databaseReplicaUrl === undefined) return;
    const proof = new ReplicaProof({
      primary: config.databaseDirectUrl ?? config.databaseUrl,
      replica: config.databaseReplicaUrl,
      isListening: () => announcements.isListening,
    });
    announcements.hearAll(() => proof.forget());
    this.replica = { database: new Database(reachingReplica(config)), proof };
    // It may be another one that answers there, or one that has begun anew.
    this.replica.database.pool.on('connect', () => proof.forget());
  }

  /** @param read asks the database that it is given, and writes nothing; it may be done twice */
  async from<T>(read: (database: Database) => Promise<T>): Promise<T> {
    const mark = this.replica?.proof.mark;
    if (this.replica === undefined || mark === undefined || this.database.isInTransaction) {
      return read(this.database);
    }
    const { database, proof } = this.replica;
    try {
      const found = await within(patience, read(database));
      if (proof.holds(mark)) return found;
    } catch (error) {
      // What is too dear for one is too dear for the other.
      if (isTooDear(error)) throw error;
      proof.forget();
    }
    return read(this.database);
  }

  onApplicationBootstrap(): void {
    this.replica?.proof.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.replica?.proof.stop();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.replica?.database.onApplicationShutdown();
  }
}

function reachingReplica(config: Config): Config {
  return Object.assign(new Config(), config, {
    databaseUrl: config.databaseReplicaUrl,
    databaseDirectUrl: undefined,
  });
}

/** A statement that has come to the end of the time that it was given. */
const isTooDear = (error: unknown): boolean => codeOf(error) === '57014';
