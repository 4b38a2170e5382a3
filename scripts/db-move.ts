/** `npm run db:move -- --to postgresql://owner:secret@host/broadsheet`: from the embedded database to a server. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { MigrationRefused } from '../prisma/migrate.js';
import { takeDataFolder } from './data-folder.js';
import { readEnvironmentFile } from './development-environment.js';
import { startEmbeddedPostgres } from './embedded-postgres.js';
import { moveDatabase } from './moving/move-database.js';
import { MoveRefused } from './moving/move-refused.js';
import { StartFailure } from './start-failure.js';

const usage =
  'npm run db:move -- --to postgresql://owner:secret@host:5432/broadsheet [--app-role broadsheet_app]';

async function main(): Promise<void> {
  readEnvironmentFile();
  const { to, appRole } = given();
  const dataDir = process.env['DATA_DIR'] || '.data';
  if (!existsSync(join(dataDir, 'postgres'))) {
    throw new MoveRefused(
      `There is no embedded database in ${dataDir}: set DATA_DIR to where it is.`,
    );
  }
  // Refuses while Broadsheet runs on it.
  const folder = await takeDataFolder(dataDir);
  try {
    const server = await startEmbeddedPostgres({
      folder: join(folder.path, 'postgres'),
      logFile: join(folder.path, 'postgres.log'),
    });
    try {
      const began = performance.now();
      const from = server.connectionString;
      const { tables, rows } = await moveDatabase({ from, to, appRole, log: console.log });
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      console.log(
        `Moved ${rows} rows of ${tables} tables in ${seconds} s; each table has the same rows and the same sum in both places.\n${nextStep(dataDir, appRole)}`,
      );
    } finally {
      await server.stop();
    }
  } finally {
    await folder.release();
  }
}

function given(): { to: string; appRole: string | undefined } {
  let values: { to?: string; 'app-role'?: string };
  try {
    ({ values } = parseArgs({
      options: { to: { type: 'string' }, 'app-role': { type: 'string' } },
    }));
  } catch (error) {
    throw new MoveRefused(`${(error as Error).message}. Use: ${usage}`, { cause: error });
  }
  const { to, 'app-role': appRole = process.env['DATABASE_APP_ROLE'] || undefined } = values;
  if (to === undefined || !/^postgres(ql)?:\/\//.test(to)) {
    throw new MoveRefused(`Say where to: ${usage}`);
  }
  return { to, appRole };
}

const nextStep = (dataDir: string, appRole: string | undefined): string =>
  `Next: set DATABASE_URL to that database${appRole === undefined ? '' : ` as ${appRole}`}, and JWT_SECRET to the jwtSecret in ${join(dataDir, 'secrets.json')}\n` +
  '(with another one everybody is signed out, and authenticators open nothing), and start. The old database is as it was:\n' +
  `remove ${join(dataDir, 'postgres')} once the new one has a backup.`;

try {
  await main();
} catch (error) {
  const isTold =
    error instanceof MoveRefused ||
    error instanceof MigrationRefused ||
    error instanceof StartFailure;
  if (!isTold) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
