/** `npm run secrets:renew`: locks with JWT_SECRET what JWT_SECRET_PREVIOUS still opens, and says when that may be let go. */
import 'reflect-metadata';
import { createContext } from '../src/app.js';
import { Clock } from '../src/platform/clock/clock.js';
import { ConfigError, loadConfig } from '../src/platform/config/load-config.js';
import { DatabaseUnusable } from '../src/platform/database/database-unusable.js';
import { LockedSecretRepository } from '../src/users/second-factor/locked-secret.repository.js';
import { commandEnvironment } from './command-environment.js';

/** Ends with 1 where somebody's authenticator opens with none of the secrets. */
async function main(): Promise<void> {
  const config = loadConfig(commandEnvironment());
  const context = await createContext(config);
  try {
    const secrets = context.get(LockedSecretRepository, { strict: false });
    const { looked, renewed, lost } = await secrets.renewAll();
    console.log(
      `Authenticators: ${looked} secrets, ${renewed} locked anew with JWT_SECRET, ${looked - lost - renewed} were so already, ${lost} open with no secret that is known.`,
    );
    if (lost > 0) process.exitCode = 1;
    if (config.jwtSecretPrevious.length === 0) return;
    const now = context.get(Clock, { strict: false }).now().getTime();
    const over = new Date(now + config.refreshTokenTtl * 1000).toISOString();
    console.log(
      'Nothing that is kept needs JWT_SECRET_PREVIOUS any more. What is in readers’ hands does: where all processes\n' +
        `sign with the new JWT_SECRET by now, every session has moved on to it by ${over}. Gift and preview links from\n` +
        'before end with the old secret: keep it until the longest of them is over.',
    );
  } finally {
    await context.close();
  }
}

try {
  await main();
} catch (error) {
  if (!(error instanceof ConfigError || error instanceof DatabaseUnusable)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
