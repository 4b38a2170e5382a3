/** The application as `npm run build` left it: only there has the plugin described the API. */
import { randomBytes } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';
import type * as sourceOfApp from '../../src/app.js';
import type { Config } from '../../src/platform/config/config.js';
import type * as sourceOfLoading from '../../src/platform/config/load-config.js';

interface Build {
  'app.js': typeof sourceOfApp;
  'platform/config/load-config.js': typeof sourceOfLoading;
}

/** Typed by the sources: when types are checked there may be no build. */
async function built<Path extends keyof Build>(path: Path): Promise<Build[Path]> {
  const folder = new URL('../../dist/src/', import.meta.url);
  return (await import(new URL(path, folder).href)) as Build[Path];
}

export interface BuiltApp {
  app: NestFastifyApplication;
  config: Config;
}

/** Builds the application up without starting it: nothing connects anywhere before `init`. */
export async function createBuiltApp(environment: Record<string, string> = {}): Promise<BuiltApp> {
  const { createApp } = await built('app.js');
  const { loadConfig } = await built('platform/config/load-config.js');
  const config = loadConfig({
    NODE_ENV: 'test',
    DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/nothing',
    JWT_SECRET: randomBytes(32).toString('hex'),
    STRIPE_SECRET_KEY: 'sk_test_broadsheet',
    STRIPE_WEBHOOK_SECRETS: 'whsec_test_broadsheet',
    SEED: 'none',
    PASSWORD_MEMORY: '256',
    ...environment,
  });
  return { app: await createApp(config), config };
}

/** The API's description, from an application that is never started. */
export async function builtDescription(): Promise<OpenAPIObject> {
  const { app } = await createBuiltApp();
  const server: FastifyInstance = app.getHttpAdapter().getInstance();
  const { body } = await server.inject('/api/openapi.json');
  return JSON.parse(body) as OpenAPIObject;
}
