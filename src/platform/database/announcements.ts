/**
 * News between the processes on one database: told in the transaction that makes it true, heard once that is
 * committed. Whoever is not listening knows it, and takes nothing that news could have changed for certain.
 */
import { setTimeout as pause } from 'node:timers/promises';
import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import pg from 'pg';
import { Config } from '../config/config.js';
import { Database } from './database.js';
import { SilenceError, within } from './within.js';

const channel = 'broadsheet_announcements';

/**
 * Milliseconds. A connection that dies without a word is doubted `late` after a beat, and given up after `silence`,
 * which is also how long a reader may wait who asked for something in that moment.
 */
const rhythm = { beat: 500, late: 500, silence: 2_500, opening: 3_000 };

/** Milliseconds for which what was once heard to be so may stand in for what cannot be asked. */
const longestStandIn = 10 * 60 * 1_000;

@Injectable()
export class Announcements implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Announcements');
  private readonly hearers = new Map<string, (() => void)[]>();
  private readonly hearersOfAll: (() => void)[] = [];
  private readonly stopping = new AbortController();
  private client: pg.Client | null = null;
  /** By the process's own watch, which nobody can set. */
  private lastHeard = -Infinity;
  private isMissed = false;
  /** Ends with each piece of news, and whenever some may have been missed: what is made of several topics holds for one. */
  era = 0;
  private keeping: Promise<void> | undefined;

  constructor(
    private readonly config: Config,
    private readonly database: Database,
  ) {}

  /** False while news may be missed. */
  get isListening(): boolean {
    return this.client !== null;
  }

  /** Whether news will reach whoever keeps what she reads now; a transaction sees what nobody else may. */
  get mayKeep(): boolean {
    return this.isListening && !this.database.isInTransaction;
  }

  /** Whether something that was so when news was last heard may be shown, where the database does not answer. */
  get mayStandIn(): boolean {
    return (
      !this.isListening &&
      !this.database.isInTransaction &&
      performance.now() - this.lastHeard < longestStandIn
    );
  }

  /** @param act on news of this topic, and before news is heard again after some may have been missed */
  hear(topic: string, act: () => void): void {
    this.hearers.set(topic, [...(this.hearers.get(topic) ?? []), act]);
  }

  /** @param act on any news, before those who hear of its topic, and before news is heard again after some may have been missed */
  hearAll(act: () => void): void {
    this.hearersOfAll.push(act);
  }

  /** Inside the transaction that changes what the topic is about; this process hears it as it ends. */
  async announce(topic: string): Promise<void> {
    this.database.afterTransaction(() => this.tell(topic));
    await this.database.client.$queryRaw`select pg_notify(${channel}, ${topic})::text`;
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.connect();
    this.keeping = this.keepListening();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    await this.keeping;
    if (this.client !== null) this.drop(this.client);
  }

  private async keepListening(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      // It rejects only when the process stops, which the next line looks at.
      await pause(rhythm.beat, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
      await (this.client === null ? this.connect() : this.feelPulse(this.client));
    }
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({
      // Past any transaction pooler: listening belongs to a session.
      connectionString: this.config.databaseDirectUrl ?? this.config.databaseUrl,
      keepAlive: true,
      application_name: 'broadsheet-announcements',
    });
    client.on('notification', ({ payload }) => this.tell(payload ?? ''));
    client.on('error', (error) => this.lose(client, error));
    client.on('end', () => this.lose(client, new Error('It was closed.')));
    try {
      await within(
        rhythm.opening,
        client.connect().then(() => client.query(`listen ${channel}`)),
      );
      // What was kept until now may have changed unheard.
      this.era += 1;
      for (const act of this.hearersOfAll) act();
      for (const topic of this.hearers.keys()) this.tell(topic);
      this.client = client;
      this.lastHeard = performance.now();
      this.database.assure();
      if (this.isMissed) this.logger.log('Announcements are heard again.');
      this.isMissed = false;
    } catch (error) {
      this.complain(error);
      this.drop(client);
    }
  }

  /** A peer that is gone without a word answers nothing. */
  private async feelPulse(client: pg.Client): Promise<void> {
    const answer = client.query('select 1');
    try {
      await within(rhythm.late, answer).catch((error: unknown) => {
        if (!(error instanceof SilenceError)) throw error;
        // Perhaps only this connection: whether it is all of them is found out meanwhile.
        this.database.reach.doubt();
        return within(rhythm.silence - rhythm.late, answer);
      });
      this.lastHeard = performance.now();
      this.database.assure();
    } catch (error) {
      this.lose(client, error);
    }
  }

  private lose(client: pg.Client, error: unknown): void {
    if (this.client !== client) return;
    this.client = null;
    this.drop(client);
    if (this.stopping.signal.aborted) return;
    this.database.reach.doubt();
    this.complain(error);
  }

  /** Once, and not at every try. */
  private complain(error: unknown): void {
    if (!this.isMissed) this.logger.warn(`Announcements are not heard: ${String(error)}`);
    this.isMissed = true;
  }

  private tell(topic: string): void {
    this.era += 1;
    for (const act of this.hearersOfAll) act();
    for (const act of this.hearers.get(topic) ?? []) act();
  }

  /** It may be closed already, or never come to an end; nobody waits for it. */
  private drop(client: pg.Client): void {
    client.end().catch(() => undefined);
    client.connection.stream.destroy();
  }
}
