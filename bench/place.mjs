/**
 * A town under measurement: the development start brings PostgreSQL (durable, as it is for real) and Stripe's
 * simulator, its own app is stopped, and another runs in production mode in its stead.
 */
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** @typedef {{ url: string, pid: number, stop(): Promise<void> }} Server */
/** @typedef {{ folder: string, databaseUrl: string, ownerUrl: string, environment: Record<string, string>, startApp(more?: Record<string, string>): Promise<Server>, stop(): Promise<void> }} Place */

/** @returns {Promise<Place>} */
export async function openPlace() {
  const folder = await mkdtemp(join(tmpdir(), 'broadsheet-bench-'));
  const [port, simulatorPort] = [await freePort(), await freePort()];
  const town = spawn(process.execPath, ['scripts/launch.mjs', 'start'], {
    env: {
      ...process.env,
      DATA_DIR: folder,
      PORT: String(port),
      STRIPE_SIMULATOR_PORT: String(simulatorPort),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  /** @type {Server[]} */
  const apps = [];
  const stop = async () => {
    await Promise.all(apps.map((app) => app.stop()));
    if (town.exitCode === null) {
      town.kill('SIGTERM');
      await once(town, 'exit');
    }
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await saysReady(town);
    const running = JSON.parse(await readFile(join(folder, 'running.json'), 'utf8'));
    const { DATABASE_URL: databaseUrl, DATABASE_OWNER_URL: ownerUrl } = running;
    const environment = productionOf(running);
    return {
      ...{ folder, databaseUrl, ownerUrl, environment, stop },
      startApp: async (more = {}) => {
        const app = await startApp({ ...environment, ...more });
        apps.push(app);
        return app;
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** @param {Record<string, string>} running */
function productionOf({ DATABASE_URL = '', STRIPE_API_BASE = '', JWT_SECRET = '' }) {
  return {
    NODE_ENV: 'production',
    DATABASE_URL,
    STRIPE_API_BASE,
    JWT_SECRET,
    STRIPE_SECRET_KEY: 'sk_test_broadsheet',
    STRIPE_WEBHOOK_SECRETS: 'whsec_bench',
    SMTP_URL: 'smtp://127.0.0.1:9',
    PUBLIC_URL: 'https://bench.example',
  };
}

/**
 * @param {Record<string, string>} environment
 * @returns {Promise<Server>}
 */
async function startApp(environment) {
  const port = await freePort();
  const child = fork('dist/src/main.js', {
    env: { PATH: process.env['PATH'] ?? '', ...environment, PORT: String(port) },
    // What it says of every request is written for real, and read by nobody.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await once(child, 'message');
  return serverOf(child, port);
}

/**
 * A server of a script of `bench/ceilings/`, which sends these bytes.
 * @param {string} name
 * @param {{ file: string, contentType: string, environment: Record<string, string> }} sends
 * @returns {Promise<Server>}
 */
export async function startCeiling(name, { file, contentType, environment }) {
  const child = fork(new URL(`ceilings/${name}.mjs`, import.meta.url), [file, contentType], {
    env: { ...process.env, ...environment, NODE_ENV: 'production' },
  });
  const [{ port }] = /** @type {[{ port: number }]} */ (await once(child, 'message'));
  return serverOf(child, port);
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {number} port
 * @returns {Server}
 */
function serverOf(child, port) {
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

/** @param {import('node:child_process').ChildProcess} town */
function saysReady(town) {
  return new Promise((resolve, reject) => {
    town.stdout?.on('data', (chunk) => {
      if (String(chunk).includes('Broadsheet is ready at')) resolve(undefined);
    });
    town.once('exit', () => reject(new Error('Broadsheet ended before it was ready.')));
  });
}

/** @returns {Promise<number>} */
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  server.close();
  await once(server, 'close');
  return port;
}
