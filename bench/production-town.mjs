/** A town of the benchmarks' own (database, Stripe simulator, example articles), and the app in it as production runs it. */
import { execFileSync, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { builtMigrate, builtThrowAwayPostgres } from './built.mjs';

export const townPassword = 'correct-horse-battery-staple';
export const webhookSecret = 'whsec_bench';

/** Milliseconds. */
const startPatience = 60_000;
/** Milliseconds between two looks at whether it is ready. */
const glance = 5;
const mega = 1024 * 1024;

/**
 * @typedef {object} Town
 * @property {string} dataDir
 * @property {string} databaseUrl the application's role
 * @property {string} ownerUrl
 * @property {NodeJS.ProcessEnv} environment what the application in production is told
 * @property {() => Promise<void>} stop
 */

/** @returns {Promise<Town>} migrated and seeded, with nobody serving it */
export async function settleTown() {
  const { startThrowAwayPostgres } = await builtThrowAwayPostgres();
  const { migrate } = await builtMigrate();
  const dataDir = await mkdtemp(join(tmpdir(), 'broadsheet-bench-'));
  /** @type {(() => Promise<void>)[]} */
  const stops = [() => rm(dataDir, { recursive: true, force: true })];
  const stop = async () => {
    for (const end of stops.splice(0).reverse()) await end();
  };
  try {
    const database = await startThrowAwayPostgres();
    stops.push(() => database.stop());
    await migrate(database);
    const mail = await takeMail();
    stops.push(() => mail.stop());
    const [port, simulatorPort] = [await freePort(), await freePort()];
    const databaseUrl = database.appConnectionString;
    const environment = {
      PATH: process.env['PATH'],
      NODE_ENV: 'production',
      DATA_DIR: dataDir,
      DATABASE_URL: databaseUrl,
      JWT_SECRET: 'a secret of the benchmark, and long enough',
      STRIPE_SECRET_KEY: 'sk_test_bench',
      STRIPE_API_BASE: `http://127.0.0.1:${simulatorPort}`,
      STRIPE_REQUESTS_PER_SECOND: '1000',
      STRIPE_WEBHOOK_SECRETS: webhookSecret,
      SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
      PUBLIC_URL: 'https://paper.test',
      PORT: String(port),
      // Everybody comes from one address.
      LIMITS_FACTOR: '100000',
    };
    const simulator = fork('simulator/dist/main.js', {
      env: {
        ...environment,
        STRIPE_SIMULATOR_PORT: String(simulatorPort),
        STRIPE_SIMULATOR_WEBHOOK_URL: `http://127.0.0.1:${port}/webhooks/stripe`,
        STRIPE_SIMULATOR_WEBHOOK_SECRETS: webhookSecret,
      },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    stops.push(() => end(simulator));
    await once(simulator, 'message');
    // A half-settled town is swept away whole, which the application's role may not do.
    const asOwner = { ...environment, DATABASE_URL: database.connectionString };
    const seed = fork('dist/prisma/seed/town.js', {
      env: { ...asOwner, NODE_ENV: 'development', SMTP_URL: '', PUBLIC_URL: '' },
    });
    const [code] = await once(seed, 'exit');
    if (code !== 0) throw new Error('The town was not settled.');
    return { dataDir, databaseUrl, ownerUrl: database.connectionString, environment, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * @typedef {object} Served
 * @property {import('node:child_process').ChildProcess} child
 * @property {string} url
 * @property {string} version of Node
 * @property {string[]} flags what Node was told
 * @property {number} startMilliseconds from the spawn to the first 200 of /health/ready
 * @property {() => Memory} memory in MB, as the process itself last said
 * @property {() => Promise<void>} stop
 */

/** @typedef {{ heapUsed: number, heapTotal: number, external: number }} Memory */

/**
 * What `npm run start:prod` does, without npm.
 * @param {Town} town
 * @param {{ node?: string, flags?: string[] | undefined, reportsMemory?: boolean }} [how]
 * @returns {Promise<Served>}
 */
export async function serveTown(town, how = {}) {
  const command = await commandOfProduction();
  const { node = process.execPath, flags = command.flags, reportsMemory = false } = how;
  const url = `http://127.0.0.1:${town.environment['PORT']}`;
  const version = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();
  const preload = reportsMemory ? ['--import', './bench/report-memory.mjs'] : [];
  const began = performance.now();
  const child = spawn(node, [...flags, ...preload, 'dist/src/main.js'], {
    env: { ...town.environment, ...command.settings },
    stdio: ['ignore', 'ignore', 'inherit', reportsMemory ? 'pipe' : 'ignore'],
  });
  while (!(await isReady(url))) {
    if (child.exitCode !== null) throw new Error('The app ended before it was ready.');
    if (performance.now() - began > startPatience)
      throw new Error('The app was not ready in time.');
    await pause(glance);
  }
  const startMilliseconds = performance.now() - began;
  return {
    ...{ child, url, version, flags, startMilliseconds },
    memory: listenTo(child.stdio[3]),
    stop: () => end(child),
  };
}

/** What `npm run start:prod` tells Node, and what it tells the C library beside that: `NAME=value … node --flag … program`. */
async function commandOfProduction() {
  const { scripts } = JSON.parse(await readFile('package.json', 'utf8'));
  const words = scripts['start:prod'].split(' ');
  const [, ...flags] = words.slice(words.indexOf('node'), -1);
  const settings = words.flatMap((/** @type {string} */ word) => {
    const [, name, value] = /^([A-Z_]+)=(.*)$/.exec(word) ?? [];
    return name === undefined ? [] : [[name, value]];
  });
  return { flags, settings: Object.fromEntries(settings) };
}

/**
 * @param {import('node:stream').Readable | import('node:stream').Writable | null | undefined} channel
 * @returns {() => Memory}
 */
function listenTo(channel) {
  let last = { heapUsed: Number.NaN, heapTotal: Number.NaN, external: Number.NaN };
  channel?.on('data', (/** @type {Buffer} */ line) => {
    const { heapUsed, heapTotal, external } = JSON.parse(line.toString());
    last = { heapUsed: heapUsed / mega, heapTotal: heapTotal / mega, external: external / mega };
  });
  return () => last;
}

/** @param {string} url */
async function isReady(url) {
  // Nobody listens yet.
  const answer = await fetch(`${url}/health/ready`).catch(() => undefined);
  await answer?.arrayBuffer();
  return answer?.status === 200;
}

/** @param {import('node:child_process').ChildProcess} child */
async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

/** A mail server that believes everything and keeps nothing. */
async function takeMail() {
  /** @type {Set<import('node:net').Socket>} */
  const open = new Set();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket)).on('error', () => socket.destroy());
    let letter = '';
    let isLetter = false;
    socket.write('220 bench\r\n');
    socket.setEncoding('utf8').on('data', (/** @type {string} */ said) => {
      letter = isLetter ? (letter + said).slice(-5) : '';
      if (isLetter && letter !== '\r\n.\r\n') return;
      isLetter = !isLetter && /^data\b/i.test(said);
      socket.write(isLetter ? '354 go on\r\n' : '250 fine\r\n');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const stop = async () => {
    open.forEach((socket) => socket.destroy());
    server.close();
    await once(server, 'close');
  };
  return { port, stop };
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  server.close();
  await once(server, 'close');
  return port;
}
