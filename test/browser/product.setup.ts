/** Starts the whole product once for the browser tests, as the README says, in a data folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    productUrl: string;
    simulatorUrl: string;
  }
}

/** Milliseconds: enough for a build, where somebody has changed the sources since the last. */
const patience = 180_000;

export default async function startProduct(
  project: TestProject,
): Promise<(() => Promise<void>) | undefined> {
  const { PRODUCT_URL: running, SIMULATOR_URL: simulator } = process.env;
  // Whoever writes a test starts the product once, and the test often.
  if (running !== undefined && simulator !== undefined) {
    project.provide('productUrl', running);
    project.provide('simulatorUrl', simulator);
    return undefined;
  }
  const dataDir = await mkdtemp(join(tmpdir(), 'broadsheet-browser-'));
  const [port, simulatorPort] = [await freePort(), await freePort()];
  const product = spawn(process.execPath, ['scripts/launch.mjs', 'start'], {
    env: {
      ...process.env,
      NODE_ENV: 'development',
      DATA_DIR: dataDir,
      PORT: String(port),
      STRIPE_SIMULATOR_PORT: String(simulatorPort),
      SEED: 'town',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const end = async () => {
    if (product.exitCode === null) {
      product.kill('SIGTERM');
      await once(product, 'exit');
    }
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    await ready(product);
  } catch (error) {
    await end();
    throw error;
  }
  project.provide('productUrl', `http://localhost:${port}`);
  project.provide('simulatorUrl', `http://localhost:${simulatorPort}`);
  return end;
}

async function ready(product: ChildProcess): Promise<void> {
  let said = '';
  await new Promise<void>((resolve, reject) => {
    const tooLate = setTimeout(
      () => reject(new Error(`Broadsheet was not ready in time:\n${said}`)),
      patience,
    );
    product.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
      if (!said.includes('Broadsheet is ready at')) return;
      clearTimeout(tooLate);
      resolve();
    });
    product.once('exit', () => reject(new Error(`Broadsheet ended before it was ready:\n${said}`)));
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No free port.');
  return address.port;
}
