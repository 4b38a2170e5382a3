/** What a development start gives to the app and the simulator, from what its own environment says. */
import { existsSync } from 'node:fs';
import type { DevelopmentSecrets } from './development-secrets.js';
import { StartFailure } from './start-failure.js';

export interface StartSettings {
  readonly dataDir: string;
  readonly port: number;
  readonly host: string;
  readonly publicUrl: string;
  /** Undefined: the embedded server is used. */
  readonly databaseUrl: string | undefined;
  /** Whom migrations connect as; undefined: as the application does. */
  readonly databaseOwnerUrl: string | undefined;
  readonly databaseAppRole: string | undefined;
  /** Undefined: Stripe itself, with the key that was given. */
  readonly simulatorPort: number | undefined;
  readonly seed: 'town' | 'none';
}

/** Adds what the file `.env` of the working directory says to what the environment does not say already. */
export function readEnvironmentFile(): void {
  if (existsSync('.env')) {
    process.loadEnvFile('.env');
  }
}

/** The rest of the environment is the app's own to judge. */
export function startSettings(): StartSettings {
  const port = portFrom('PORT', 3000);
  return {
    dataDir: given('DATA_DIR') ?? '.data',
    port,
    host: given('HOST') ?? '127.0.0.1',
    publicUrl: (given('PUBLIC_URL') ?? `http://localhost:${port}`).replace(/\/+$/, ''),
    databaseUrl: given('DATABASE_URL'),
    databaseOwnerUrl: given('DATABASE_OWNER_URL') ?? given('DATABASE_DIRECT_URL'),
    databaseAppRole: given('DATABASE_APP_ROLE'),
    simulatorPort:
      given('STRIPE_SECRET_KEY') === undefined
        ? portFrom('STRIPE_SIMULATOR_PORT', 12_111)
        : undefined,
    seed: given('SEED') === 'none' ? 'none' : 'town',
  };
}

/** The environment of the app, the seed and the simulator. */
export function childEnvironment(
  settings: StartSettings,
  secrets: DevelopmentSecrets,
  databaseUrl: string,
): NodeJS.ProcessEnv {
  const { dataDir, port, host, publicUrl, simulatorPort } = settings;
  const webhookSecrets = given('STRIPE_WEBHOOK_SECRETS') ?? secrets.webhookSecret;
  return {
    ...process.env,
    PORT: String(port),
    HOST: host,
    PUBLIC_URL: publicUrl,
    DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl,
    // One that stands alone would send half of the queries to another database.
    DATABASE_DIRECT_URL: (settings.databaseUrl && given('DATABASE_DIRECT_URL')) || databaseUrl,
    JWT_SECRET: given('JWT_SECRET') ?? secrets.jwtSecret,
    ...(simulatorPort === undefined
      ? {}
      : {
          STRIPE_SECRET_KEY: 'sk_test_simulator',
          STRIPE_API_BASE: `http://127.0.0.1:${simulatorPort}`,
          // The simulator knows no limit.
          STRIPE_REQUESTS_PER_SECOND: given('STRIPE_REQUESTS_PER_SECOND') ?? '1000',
          STRIPE_WEBHOOK_SECRETS: webhookSecrets,
          STRIPE_SIMULATOR_PORT: String(simulatorPort),
          STRIPE_SIMULATOR_HOST: '127.0.0.1',
          STRIPE_SIMULATOR_WEBHOOK_URL: `http://${reachable(host)}:${port}/webhooks/stripe`,
          STRIPE_SIMULATOR_WEBHOOK_SECRETS: webhookSecrets,
        }),
  };
}

/** An empty variable says nothing, like one that is not there. */
function given(name: string): string | undefined {
  const value = process.env[name];
  return value === '' ? undefined : value;
}

function portFrom(name: string, usual: number): number {
  const text = given(name) ?? String(usual);
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535) {
    throw new StartFailure(`${name} must be a port from 1 to 65535, and is "${text}".`);
  }
  return port;
}

/** Where this machine reaches a server that listens on the host; all addresses include 127.0.0.1. */
function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '::') {
    return '127.0.0.1';
  }
  return host.includes(':') ? `[${host}]` : host;
}
