/** The application as `npm run build` left it: only there has the plugin described the API. */
import { randomBytes } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { Config } from '../../src/platform/config/config.js';

type Built<Path extends string> = Path extends 'app.js'
  ? typeof import('../../src/app.js')
  : Path extends 'platform/config/config.js'
    ? typeof import('../../src/platform/config/config.js')
    : typeof import('../../src/platform/http/openapi.js');

/** Written so that the types come from the sources: there may be no build when they are checked. */
async function built<
  Path extends 'app.js' | 'platform/config/config.js' | 'platform/http/openapi.js',
>(path: Path): Promise<Built<Path>> {
  const folder = new URL('../../dist/src/', import.meta.url);
  return (await import(new URL(path, folder).href)) as Built<Path>;
}

export interface BuiltApp {
  app: NestFastifyApplication;
  config: Config;
}

/** Builds the application up without starting it: nothing connects anywhere before `init`. */
export async function createBuiltApp(environment: Record<string, string> = {}): Promise<BuiltApp> {
  const { createApp } = await built('app.js');
  const { loadConfig } = await built('platform/config/config.js');
  const config = loadConfig({
    NODE_ENV: 'test',
    DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/nothing',
    JWT_SECRET: randomBytes(32).toString('hex'),
    STRIPE_SECRET_KEY: 'sk_test_broadsheet',
    STRIPE_WEBHOOK_SECRETS: 'whsec_test_broadsheet',
    SEED: 'none',
    ...environment,
  });
  return { app: await createApp(config), config };
}

/** The API's description without a running server. */
export async function builtDescription(): Promise<OpenAPIObject> {
  const { describeApi } = await built('platform/http/openapi.js');
  const { app, config } = await createBuiltApp();
  return describeApi(app, config);
}
