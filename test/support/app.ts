/** Boots the whole application on a fresh database, as the journeys use it: over HTTP, with a movable clock. */
import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../../src/app.js';
import { AdjustableClock } from '../../src/platform/clock/adjustable-clock.js';
import { Clock } from '../../src/platform/clock/clock.js';
import { loadConfig } from '../../src/platform/config/load-config.js';
import { Jobs } from '../../src/platform/jobs/jobs.js';
import { type KeptMail, Mailbox } from '../../src/platform/mail/mailbox.js';
import { createDatabase } from './postgres.js';

export interface TestApp {
  url: string;
  app: NestFastifyApplication;
  /** What was mailed so far, newest first, once nothing more is on its way. */
  mailbox(): Promise<KeptMail[]>;
  /** Does in its database what the application's role may not. */
  asOwner(sql: string): Promise<void>;
  /** Moves the product's clock. */
  advance(seconds: number): void;
  close(): Promise<void>;
}

/** @param environment settings that differ from the usual ones */
export async function startTestApp(environment: Record<string, string> = {}): Promise<TestApp> {
  const database = await createDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'broadsheet-test-'));
  const config = loadConfig({
    NODE_ENV: 'test',
    PORT: '0',
    DATABASE_URL: database.connectionString,
    DATA_DIR: dataDir,
    JWT_SECRET: randomBytes(32).toString('hex'),
    STRIPE_SECRET_KEY: 'sk_test_broadsheet',
    STRIPE_WEBHOOK_SECRETS: 'whsec_test_broadsheet',
    SEED: 'none',
    // Everybody in a town comes from one address.
    LIMITS_FACTOR: '1000',
    // Hashing as in production would be a tenth of all the work that the tests make.
    ...(environment['NODE_ENV'] === 'production' ? {} : { PASSWORD_MEMORY: '256' }),
    ...environment,
  });
  const app = await createApp(config);
  await app.listen(0, '127.0.0.1');
  return {
    url: await app.getUrl(),
    app,
    mailbox: async () => {
      await settled(app.get(Jobs));
      return app.get(Mailbox).list(1000);
    },
    asOwner: (sql) => database.asOwner(sql),
    advance: (seconds) => {
      const clock = app.get(Clock);
      if (!(clock instanceof AdjustableClock)) throw new Error('This clock cannot be moved.');
      clock.advance(seconds);
    },
    close: async () => {
      await app.close();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Waits until no job is due or being done. */
export async function settled(jobs: Jobs): Promise<void> {
  const patience = 10_000;
  for (let waited = 0; (await jobs.outstanding()) > 0; waited += 20) {
    if (waited > patience) throw new Error('The jobs did not come to an end.');
    await new Promise((resume) => setTimeout(resume, 20));
  }
}
