/** Starts the process: configuration, database, application. */
import 'reflect-metadata';
import { Config } from './platform/config/config.js';
import { ConfigError, loadConfig } from './platform/config/load-config.js';
import { readEnvironment } from './platform/config/environment.js';
import { DatabaseUnusable } from './platform/database/database-unusable.js';

/** Connections that wait to be taken while the process is busy; who comes beyond knocks again after a second. */
const backlog = 4_096;

async function main(): Promise<void> {
  let config: Config;
  try {
    config = loadConfig(readEnvironment());
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
    return;
  }
  // Only now: loading all rooms takes a second, which nobody should wait to hear of a missing variable.
  const [{ createApp }, { end, endWithSignals }] = await Promise.all([
    import('./app.js'),
    import('./ending.js'),
  ]);
  const app = await createApp(config);
  endWithSignals(app, config);
  try {
    await app.listen({ port: config.port, host: config.host, backlog });
  } catch (error) {
    if (!(error instanceof DatabaseUnusable || error instanceof ConfigError)) throw error;
    console.error(error.message);
    // What was begun may hold the process; there is nothing in it to be kept.
    process.exit(1);
  }
  const url = await app.getUrl();
  if (process.send === undefined) {
    console.log(`Broadsheet is ready at ${config.publicUrl}`);
  } else {
    // Started by scripts/start.ts, which has more to say, and whose end is also ours.
    process.send({ ready: true, url });
    process.once('disconnect', () => void end(app, 0));
  }
}

await main();
