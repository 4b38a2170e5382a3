/**
 * News between the processes on one database: told in the transaction that makes it true, heard once that is
 * committed. Whoever is not listening knows it, and keeps nothing that news could change.
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

const channel = 'broadsheet_announcements';

/** Milliseconds. A connection that dies without a word is noticed after a beat and the patience. */
const rhythm = { beat: 1_000, patience: 3_000 };

@Injectable()
export class Announcements implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Announcements');
  private readonly hearers = new Map<string, (() => void)[]>();
  private readonly stopping = new AbortController();
  private client: pg.Client | null = null;
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

  /** @param act on news of this topic, and whenever news may have been missed */
  hear(topic: string, act: () => void): void {
    this.hearers.set(topic, [...(this.hearers.get(topic) ?? []), act]);
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
    await this.client?.end();
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
      connectionTimeoutMillis: rhythm.patience,
      query_timeout: rhythm.patience,
      keepAlive: true,
      application_name: 'broadsheet-announcements',
    });
    client.on('notification', ({ payload }) => this.tell(payload ?? ''));
    client.on('error', (error) => this.lose(client, error));
    client.on('end', () => this.lose(client, new Error('It was closed.')));
    try {
      await client.connect();
      await client.query(`listen ${channel}`);
      this.client = client;
    } catch (error) {
      this.logger.warn(`Announcements are not heard: ${String(error)}`);
      this.drop(client);
    }
  }

  /** A peer that is gone without a word answers nothing. */
  private async feelPulse(client: pg.Client): Promise<void> {
    try {
      await client.query('select 1');
    } catch (error) {
      this.lose(client, error);
    }
  }

  private lose(client: pg.Client, error: unknown): void {
    if (this.client !== client) return;
    this.client = null;
    for (const topic of this.hearers.keys()) this.tell(topic);
    this.drop(client);
    if (!this.stopping.signal.aborted) {
      this.logger.warn(`Announcements are not heard any more: ${String(error)}`);
    }
  }

  private tell(topic: string): void {
    for (const act of this.hearers.get(topic) ?? []) act();
  }

  /** It may be closed already, or never come to an end; nobody waits for it. */
  private drop(client: pg.Client): void {
    client.end().catch(() => undefined);
  }
}
