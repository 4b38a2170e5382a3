/** What `npm start` does: database, migrations, Stripe simulator, town and app, and their orderly end. */
import { join } from 'node:path';
import { migrate, MigrationRefused } from '../prisma/migrate.js';
import { townIsMissing } from '../prisma/seed/town-state.js';
import { runToEnd, howItEnded, startService } from './child-process.js';
import { shareEnvironment } from './command-environment.js';
import { takeDataFolder } from './data-folder.js';
import {
  childEnvironment,
  readEnvironmentFile,
  startSettings,
  type StartSettings,
} from './development-environment.js';
import { developmentSecrets } from './development-secrets.js';
import { startEmbeddedPostgres } from './embedded-postgres.js';
import { packageRoot } from './package-root.js';
import { assertPortFree } from './ports.js';
import { readyBanner } from './ready-banner.js';
import { RunningParts } from './running-parts.js';
import { explainingDisk, sentenceOf, StartFailure } from './start-failure.js';

const programs = {
  app: join(packageRoot(), 'dist', 'src', 'main.js'),
  simulator: join(packageRoot(), 'simulator', 'dist', 'main.js'),
  town: join(packageRoot(), 'dist', 'prisma', 'seed', 'town.js'),
};

/** The two roles that a database is used with, which are one where only one was named. */
interface DatabaseAccess {
  readonly appUrl: string;
  readonly ownerUrl: string;
  /** Undefined where nobody named the application's role. */
  readonly appRole: string | undefined;
}

async function startDevelopment(parts: RunningParts): Promise<void> {
  const asked = startSettings();
  const settings = await explainingDisk(asked.dataDir, async () => {
    const folder = await takeDataFolder(asked.dataDir);
    parts.add(() => folder.release());
    return { ...asked, dataDir: folder.path };
  });
  await assertPortFree(settings.port, settings.host, 'PORT');
  if (settings.simulatorPort !== undefined) {
    await assertPortFree(settings.simulatorPort, '127.0.0.1', 'STRIPE_SIMULATOR_PORT');
  }
  const secrets = await explainingDisk(settings.dataDir, () =>
    developmentSecrets(settings.dataDir),
  );
  const database = await openDatabase(settings, parts);
  const environment = childEnvironment(settings, secrets, database.appUrl);
  const forCommands = {
    ...environment,
    DATABASE_OWNER_URL: database.ownerUrl,
    DATABASE_APP_ROLE: database.appRole,
  };
  parts.add(
    await explainingDisk(settings.dataDir, () => shareEnvironment(settings.dataDir, forCommands)),
  );
  await Promise.all([
    migrateDatabase(database, settings),
    settings.simulatorPort === undefined
      ? undefined
      : serve('The Stripe simulator', programs.simulator, environment, parts),
  ]);
  if (settings.seed === 'town' && settings.simulatorPort !== undefined) {
    // A half-settled town is swept away whole, which the application itself may not do.
    const { ownerUrl } = database;
    const asOwner = { ...environment, DATABASE_URL: ownerUrl, DATABASE_DIRECT_URL: ownerUrl };
    await settleTown(ownerUrl, asOwner, settings, parts);
  }
  await serve('The app', programs.app, environment, parts);
  if (!parts.isEnding) {
    console.log(readyBanner(settings));
  }
}

/** The one that was named, or the embedded one. */
async function openDatabase(settings: StartSettings, parts: RunningParts): Promise<DatabaseAccess> {
  const { databaseUrl, databaseOwnerUrl, databaseAppRole } = settings;
  if (databaseUrl === undefined) return startDatabase(settings, parts);
  return {
    appUrl: databaseUrl,
    ownerUrl: databaseOwnerUrl ?? databaseUrl,
    appRole: databaseAppRole,
  };
}

async function startDatabase(
  settings: StartSettings,
  parts: RunningParts,
): Promise<DatabaseAccess> {
  const { dataDir } = settings;
  const starting = explainingDisk(dataDir, () =>
    startEmbeddedPostgres({
      folder: join(dataDir, 'postgres'),
      logFile: join(dataDir, 'postgres.log'),
    }),
  );
  // An interruption waits for the server, so that it is never left behind half started.
  parts.add(async () => (await starting.catch(() => undefined))?.stop());
  const server = await starting;
  void server.died.then((sentence) => parts.end(1, sentence));
  const { appConnectionString, connectionString, appRole } = server;
  return { appUrl: appConnectionString, ownerUrl: connectionString, appRole };
}

/** Says of a database that is Broadsheet's own how to get a new one, where the old one cannot be used. */
async function migrateDatabase(
  { ownerUrl, appRole }: DatabaseAccess,
  { databaseUrl, dataDir }: StartSettings,
): Promise<void> {
  try {
    await migrate({ connectionString: ownerUrl, appRole });
  } catch (error) {
    if (databaseUrl !== undefined || !(error instanceof MigrationRefused)) {
      throw error;
    }
    throw new StartFailure(`${error.message} Or move ${dataDir} away to begin with a new one.`, {
      cause: error,
    });
  }
}

async function settleTown(
  databaseUrl: string,
  environment: NodeJS.ProcessEnv,
  { dataDir }: StartSettings,
  parts: RunningParts,
): Promise<void> {
  if (await townIsMissing(databaseUrl, dataDir)) {
    console.log('Settling the town (once, a few seconds)…');
    await runToEnd('The seed', programs.town, environment, (child) => parts.addChild(child));
  }
}

/** Starts a service that is to run as long as this process. */
async function serve(
  name: string,
  script: string,
  environment: NodeJS.ProcessEnv,
  parts: RunningParts,
): Promise<void> {
  const child = await startService(name, script, environment, (started) => parts.addChild(started));
  child.once('exit', () => {
    if (!parts.isEnding) {
      void parts.end(1, `${name} ended unexpectedly (${howItEnded(child)}).`);
    }
  });
}

/** In production the app itself refuses an environment that is not complete; nothing else is started. */
async function start(): Promise<void> {
  if (process.env['NODE_ENV'] !== 'production') {
    readEnvironmentFile();
  }
  if (process.env['NODE_ENV'] === 'production') {
    await import('../src/main.js');
    return;
  }
  const parts = new RunningParts();
  parts.endWithSignals();
  await startDevelopment(parts).catch((error: unknown) =>
    // What fails while everything is being stopped failed because of that.
    parts.isEnding ? undefined : parts.end(1, sentenceOf(error)),
  );
}

await start();
