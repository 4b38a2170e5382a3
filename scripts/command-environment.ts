/** What a command is told: its own environment, a `.env`, and beside a development start what that one runs with. */
import { existsSync, readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readEnvironmentFile } from './development-environment.js';

/** What the embedded server and the generated secrets are known by while a development start runs. */
const shared = [
  'DATABASE_URL',
  'DATABASE_DIRECT_URL',
  'DATABASE_OWNER_URL',
  'DATABASE_APP_ROLE',
  'JWT_SECRET',
  'JWT_SECRET_PREVIOUS',
  'PUBLIC_URL',
  'STRIPE_SECRET_KEY',
  'STRIPE_API_BASE',
  'STRIPE_REQUESTS_PER_SECOND',
  'STRIPE_WEBHOOK_SECRETS',
];

const fileIn = (dataDir: string): string => join(dataDir, 'running.json');

/** Lets commands of the same folder join a development start. @returns what makes them forget it again */
export async function shareEnvironment(
  dataDir: string,
  environment: NodeJS.ProcessEnv,
): Promise<() => Promise<void>> {
  const told = Object.fromEntries(shared.map((name) => [name, environment[name]]));
  await writeFile(fileIn(dataDir), JSON.stringify(told), { mode: 0o600 });
  return () => rm(fileIn(dataDir), { force: true });
}

/** The environment of `db:migrate`, `admin:create`, `secrets:renew`, `reconcile`, `stripe:setup` and `stripe:doctor`. */
export function commandEnvironment(): NodeJS.ProcessEnv {
  readEnvironmentFile();
  const { NODE_ENV, DATABASE_URL, DATA_DIR } = process.env;
  const file = fileIn(DATA_DIR || '.data');
  if (NODE_ENV === 'production' || DATABASE_URL || !existsSync(file)) return process.env;
  return { ...(JSON.parse(readFileSync(file, 'utf8')) as NodeJS.ProcessEnv), ...process.env };
}
