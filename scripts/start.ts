/** What `npm start` does: database, migrations, Stripe simulator, town and app, and their orderly end. */
import { join } from 'node:path';
import { migrate } from '../prisma/migrate.js';
import { runToEnd, howItEnded, startService } from './child-process.js';
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
import { explainingDisk, sentenceOf } from './start-failure.js';

const programs = {
  app: join(packageRoot(), 'dist', 'src', 'main.js'),
  simulator: join(packageRoot(), 'simulator', 'dist', 'main.js'),
  town: join(packageRoot(), 'dist', 'prisma', 'seed', 'town.js'),
};

async function startDevelopment(parts: RunningParts): Promise<void> {
  const asked = startSettings();
  const settings = await explainingDisk(asked.dataDir, async () => {
    const { path, release } = await takeDataFolder(asked.dataDir);
    parts.add(release);
    return { ...asked, dataDir: path };
  });
  await assertPortFree(settings.port, settings.host, 'PORT');
  if (settings.simulatorPort !== undefined) {
    await assertPortFree(settings.simulatorPort, '127.0.0.1', 'STRIPE_SIMULATOR_PORT');
  }
  const secrets = await explainingDisk(settings.dataDir, () =>
    developmentSecrets(settings.dataDir),
  );
  const databaseUrl = settings.databaseUrl ?? (await startDatabase(settings, parts));
  const environment = childEnvironment(settings, secrets, databaseUrl);
  await Promise.all([
    migrate({ connectionString: environment['DATABASE_DIRECT_URL'] ?? databaseUrl }),
    settings.simulatorPort === undefined
      ? undefined
      : serve('The Stripe simulator', programs.simulator, environment, parts),
  ]);
  if (settings.seed === 'town' && settings.simulatorPort !== undefined) {
    await runToEnd('The seed', programs.town, environment, (child) => parts.addChild(child));
  }
  await serve('The app', programs.app, environment, parts);
  if (!parts.isEnding) {
    console.log(readyBanner(settings));
  }
}

/** @returns the connection string of the embedded server */
async function startDatabase(settings: StartSettings, parts: RunningParts): Promise<string> {
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
  return server.connectionString;
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
  // Whoever reads the output may go away; that is no reason to end.
  process.stdout.on('error', () => undefined);
  process.stderr.on('error', () => undefined);
  const parts = new RunningParts();
  parts.endWithSignals();
  await startDevelopment(parts).catch((error: unknown) =>
    // What fails while everything is being stopped failed because of that.
    parts.isEnding ? undefined : parts.end(1, sentenceOf(error)),
  );
}

await start();
